PRAGMA application_id = 2037346921;
PRAGMA user_version = 1117;
BEGIN TRANSACTION;
CREATE TABLE "card" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "number" INTEGER NOT NULL DEFAULT 0, "name" TEXT NOT NULL DEFAULT '', "kana" TEXT NOT NULL DEFAULT '', "kind" TEXT NOT NULL DEFAULT '', "formality" TEXT NOT NULL DEFAULT '', "strength" TEXT NOT NULL DEFAULT '', "offers" TEXT NOT NULL DEFAULT '', "area" TEXT NOT NULL DEFAULT '', "eligibility" TEXT NOT NULL DEFAULT '', "cost" TEXT NOT NULL DEFAULT '', "address" TEXT NOT NULL DEFAULT '', "phone" TEXT NOT NULL DEFAULT '', "schedule" TEXT NOT NULL DEFAULT '', "url" TEXT NOT NULL DEFAULT '', "organization" TEXT NOT NULL DEFAULT '', "state" TEXT NOT NULL DEFAULT '', "verified_on" TEXT NOT NULL DEFAULT '', "source" TEXT NOT NULL DEFAULT '', "note" TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE "case_story" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "title" TEXT NOT NULL DEFAULT '', "kind" TEXT NOT NULL DEFAULT '', "body" TEXT NOT NULL DEFAULT '', "number" INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE draft (workshop TEXT NOT NULL, place TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (workshop, place)) STRICT;
CREATE TABLE fact (seq INTEGER PRIMARY KEY, stamp BLOB NOT NULL, workshop TEXT NOT NULL, entity TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, hash INTEGER NOT NULL, erased INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "fact" VALUES(1,X'01A20296839400002B57427B0B509CDC','ckqf87z7hw38n7vy','ckqf87z7hw38n7vy','workshop','{"title":"こわれたラジオの会","series":"","template_name":"basic","mode":"venue","start_ms":1795341600000,"hall_end_ms":0,"purpose":"Around one case, people of different walks of life bring what each of them can do.\nIt is not a meeting to settle on the right answer. It is one that makes it easy to call each other tomorrow.","messages":""}',-4748237323591349092,0);
INSERT INTO "fact" VALUES(2,X'01A20296839400012B57427B0B509CDC','ckqf87z7hw38n7vy','dcex09wbpn3vsjba','item','{"pos":"V","title":"Opening","planned_s":300,"room":"Welcome. Today we think about one person’s life, together.\n\nWhat is heard here stays here.\nWe do not put down an idea. Nobody has to speak.","cue":"Thank you all for coming. Today, with one case before us, each of us brings something that we can do ourselves.\nNo fine opinions are needed. Say what comes to mind in the words that come to mind.\nThree requests: what you hear stays in this room, nobody’s idea is put down, and nobody has to say what they would rather not."}',1069831692326637788,0);
INSERT INTO "fact" VALUES(3,X'01A20296839400022B57427B0B509CDC','ckqf87z7hw38n7vy','wzccdk51x4jz0ah7','item','{"pos":"V001","title":"Introductions","kind":"table","planned_s":600,"room":"One minute each: your name, and what you do on an ordinary day.\n\nAt the end, choose a scribe.","cue":"Please introduce yourselves at your table, one minute each: your name, what you do on an ordinary day, something you like.\nWhen everybody has spoken, choose one person as the scribe. Neat handwriting is not required."}',-5753191729603305696,0);
INSERT INTO "fact" VALUES(4,X'01A20296839400032B57427B0B509CDC','ckqf87z7hw38n7vy','n8123782d3815gd3','item','{"pos":"V002","title":"Reading the case","kind":"case","planned_s":600,"room":"Listen as if it were about somebody in your street.","cue":"I will now read the case. Please listen as if it were about somebody who lives just round the corner.\nTake notes or not, as you like.\n(Wait for one breath at the end.)\nPlease look for this person’s strengths and pleasures as much as for the troubles."}',6812415303242393957,0);
INSERT INTO "fact" VALUES(5,X'01A20296839400042B57427B0B509CDC','ckqf87z7hw38n7vy','ytvs8nbg9239n7rp','item','{"pos":"V003","title":"Thinking alone","kind":"individual","planned_s":600,"minimum_s":300,"strictness":"unhurried","room":"In silence, alone: three or more things that I can do.\n\nThe smaller the better.","cue":"This is time to think alone. Not as your job, but as somebody of the same town: write down three or more things you could do.\n“Say good morning”, “walk along for a while”: that size is just right. Keep the talking for the next step."}',-286494142916234732,0);
INSERT INTO "fact" VALUES(6,X'01A20296839400052B57427B0B509CDC','ckqf87z7hw38n7vy','csszt366qngh609r','item','{"pos":"V004","title":"Bringing it to the table","kind":"table","planned_s":1500,"minimum_s":900,"room":"All of it on the table. No marks given. Then join things up.\n\n1. One thing each, in turn\n2. Find what is alike and what fits together\n3. Who goes, when, and how do they stay in touch","cue":"Now let us put it all on the table. In the first round, one thing each, in turn.\nNothing is judged. Instead of “that is difficult”, say “then this could be done too”.\n(After 10 minutes) From here on: who could be the first to call, and on what errand? Think about the order."}',8106961503591123615,0);
INSERT INTO "fact" VALUES(7,X'01A20296839400062B57427B0B509CDC','ckqf87z7hw38n7vy','9h1qgbmam86je01a','item','{"pos":"V005","title":"Sharing with all","kind":"presentation","planned_s":1200,"room":"Every table has something for you to take home.","cue":"Let us hear from every table. It need not be tidy: tell us where the talk was liveliest.\nWhile you listen, look for one thing that you could help with.\n(Applause after each.)"}',6354222675927872548,0);
INSERT INTO "fact" VALUES(8,X'01A20296839400072B57427B0B509CDC','ckqf87z7hw38n7vy','3gn520n7m03s4h5s','item','{"pos":"V006","title":"Looking back and closing","planned_s":600,"protected":1,"strictness":"strict","room":"What has changed since you came in?\n\nTell your neighbour the one step you can take tomorrow.","cue":"Well done, everybody. Tell your neighbour, a minute each, how you feel and see things now, compared with before.\nThen choose one step for tomorrow. One telephone call or one greeting is enough.\nThank you for today. Please leave the record sheets on the tables."}',-4303340682764790512,0);
INSERT INTO "fact" VALUES(9,X'01A20296839400082B57427B0B509CDC','ckqf87z7hw38n7vy','3hhc2ryqzhqc9z18','table','{"number":1}',2347460049521679095,0);
INSERT INTO "fact" VALUES(10,X'01A20296839400092B57427B0B509CDC','ckqf87z7hw38n7vy','yt9ke6p7bbqpzm6w','table','{"number":2}',2350274799289331580,0);
INSERT INTO "fact" VALUES(11,X'01A2029683AC00002B57427B0B509CDC','ckqf87z7hw38n7vy','f4vtpfm65vhbt2jg','offer','{"table":"3hhc2ryqzhqc9z18","pos":"V","text":"送迎","by":"佐藤","scope":"1","need":"","item":""}',3356853815069202758,0);
INSERT INTO "fact" VALUES(12,X'01A2029683C300002B57427B0B509CDC','ckqf87z7hw38n7vy','96d37ra28cg6j6b4','storyline','{"table":"3hhc2ryqzhqc9z18","pos":"V"}',-4732433932768721159,0);
INSERT INTO "fact" VALUES(13,X'01A2029683C300012B57427B0B509CDC','ckqf87z7hw38n7vy','45508yt3pqyt17hs','step','{"storyline":"96d37ra28cg6j6b4","pos":"V","when_label":"3日後","text":"玄関先へ","own_move":"","need":"","item":""}',-2512182288700921135,0);
INSERT INTO "fact" VALUES(14,X'01A2029683C300022B57427B0B509CDC','ckqf87z7hw38n7vy','5p4r3vphq8ta8n1j','support','{"step":"45508yt3pqyt17hs","pos":"V","name":"とびら","card":"","offer":"","formality":"formal","action":"","who_to":""}',-9184045195566886692,0);
INSERT INTO "fact" VALUES(15,X'01A2029683C300032B57427B0B509CDC','ckqf87z7hw38n7vy','ctag9vhvf0ytz8fz','support','{"step":"45508yt3pqyt17hs","pos":"V001","name":"隣の人","card":"","offer":"","formality":"informal","action":"","who_to":""}',-7632461945407149107,0);
INSERT INTO "fact" VALUES(16,X'01A2029683F000002B57427B0B509CDC','ckqf87z7hw38n7vy','hn4z1v3q2emh61nq','note','{"table":"yt9ke6p7bbqpzm6w","pos":"V","kind":"barrier","text":"夜の移動がない","item":""}',-7411786085569320513,0);
INSERT INTO "fact" VALUES(17,X'01A20296841A00002B57427B0B509CDC','ckqf87z7hw38n7vy','6e6dny95c9zdcjjg','run_row','{"verb":"start","item":"dcex09wbpn3vsjba","at_ms":1795339748378,"boot_ms":28764075,"boot_id":3531592819721400}',-8533055132225900250,0);
CREATE TABLE heartbeat (workshop TEXT PRIMARY KEY, wall_ms INTEGER NOT NULL, boot_ms INTEGER NOT NULL, mono_ms INTEGER NOT NULL, boot_id INTEGER NOT NULL) STRICT;
CREATE TABLE "item" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "pos" TEXT NOT NULL DEFAULT '', "title" TEXT NOT NULL DEFAULT '', "kind" TEXT NOT NULL DEFAULT '', "planned_s" INTEGER NOT NULL DEFAULT 0, "minimum_s" INTEGER NOT NULL DEFAULT 0, "protected" INTEGER NOT NULL DEFAULT 0, "strictness" TEXT NOT NULL DEFAULT '', "fixed_start_s" INTEGER NOT NULL DEFAULT 0, "fixed_end_s" INTEGER NOT NULL DEFAULT 0, "bells" TEXT NOT NULL DEFAULT '', "face" TEXT NOT NULL DEFAULT '', "block" TEXT NOT NULL DEFAULT '', "round" INTEGER NOT NULL DEFAULT 0, "rounds" INTEGER NOT NULL DEFAULT 0, "room" TEXT NOT NULL DEFAULT '', "cue" TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "item" VALUES('dcex09wbpn3vsjba','ckqf87z7hw38n7vy',X'01A20296839400012B57427B0B509CDC',0,'V','Opening','',300,0,0,'',0,0,'','','',0,0,'Welcome. Today we think about one person’s life, together.

What is heard here stays here.
We do not put down an idea. Nobody has to speak.','Thank you all for coming. Today, with one case before us, each of us brings something that we can do ourselves.
No fine opinions are needed. Say what comes to mind in the words that come to mind.
Three requests: what you hear stays in this room, nobody’s idea is put down, and nobody has to say what they would rather not.');
INSERT INTO "item" VALUES('wzccdk51x4jz0ah7','ckqf87z7hw38n7vy',X'01A20296839400022B57427B0B509CDC',0,'V001','Introductions','table',600,0,0,'',0,0,'','','',0,0,'One minute each: your name, and what you do on an ordinary day.

At the end, choose a scribe.','Please introduce yourselves at your table, one minute each: your name, what you do on an ordinary day, something you like.
When everybody has spoken, choose one person as the scribe. Neat handwriting is not required.');
INSERT INTO "item" VALUES('n8123782d3815gd3','ckqf87z7hw38n7vy',X'01A20296839400032B57427B0B509CDC',0,'V002','Reading the case','case',600,0,0,'',0,0,'','','',0,0,'Listen as if it were about somebody in your street.','I will now read the case. Please listen as if it were about somebody who lives just round the corner.
Take notes or not, as you like.
(Wait for one breath at the end.)
Please look for this person’s strengths and pleasures as much as for the troubles.');
INSERT INTO "item" VALUES('ytvs8nbg9239n7rp','ckqf87z7hw38n7vy',X'01A20296839400042B57427B0B509CDC',0,'V003','Thinking alone','individual',600,300,0,'unhurried',0,0,'','','',0,0,'In silence, alone: three or more things that I can do.

The smaller the better.','This is time to think alone. Not as your job, but as somebody of the same town: write down three or more things you could do.
“Say good morning”, “walk along for a while”: that size is just right. Keep the talking for the next step.');
INSERT INTO "item" VALUES('csszt366qngh609r','ckqf87z7hw38n7vy',X'01A20296839400052B57427B0B509CDC',0,'V004','Bringing it to the table','table',1500,900,0,'',0,0,'','','',0,0,'All of it on the table. No marks given. Then join things up.

1. One thing each, in turn
2. Find what is alike and what fits together
3. Who goes, when, and how do they stay in touch','Now let us put it all on the table. In the first round, one thing each, in turn.
Nothing is judged. Instead of “that is difficult”, say “then this could be done too”.
(After 10 minutes) From here on: who could be the first to call, and on what errand? Think about the order.');
INSERT INTO "item" VALUES('9h1qgbmam86je01a','ckqf87z7hw38n7vy',X'01A20296839400062B57427B0B509CDC',0,'V005','Sharing with all','presentation',1200,0,0,'',0,0,'','','',0,0,'Every table has something for you to take home.','Let us hear from every table. It need not be tidy: tell us where the talk was liveliest.
While you listen, look for one thing that you could help with.
(Applause after each.)');
INSERT INTO "item" VALUES('3gn520n7m03s4h5s','ckqf87z7hw38n7vy',X'01A20296839400072B57427B0B509CDC',0,'V006','Looking back and closing','',600,0,1,'strict',0,0,'','','',0,0,'What has changed since you came in?

Tell your neighbour the one step you can take tomorrow.','Well done, everybody. Tell your neighbour, a minute each, how you feel and see things now, compared with before.
Then choose one step for tomorrow. One telephone call or one greeting is enough.
Thank you for today. Please leave the record sheets on the tables.');
CREATE TABLE "letter" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "sender" TEXT NOT NULL DEFAULT '', "body" TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT;
INSERT INTO "meta" VALUES('stamp',X'01A20296841A00002B57427B0B509CDC');
CREATE TABLE "need" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "pos" TEXT NOT NULL DEFAULT '', "text" TEXT NOT NULL DEFAULT '', "kind" TEXT NOT NULL DEFAULT '', "category" TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE "note" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "table" TEXT NOT NULL DEFAULT '', "pos" TEXT NOT NULL DEFAULT '', "kind" TEXT NOT NULL DEFAULT '', "text" TEXT NOT NULL DEFAULT '', "item" TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "note" VALUES('hn4z1v3q2emh61nq','ckqf87z7hw38n7vy',X'01A2029683F000002B57427B0B509CDC',0,'yt9ke6p7bbqpzm6w','V','barrier','夜の移動がない','');
CREATE TABLE "offer" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "table" TEXT NOT NULL DEFAULT '', "pos" TEXT NOT NULL DEFAULT '', "text" TEXT NOT NULL DEFAULT '', "by" TEXT NOT NULL DEFAULT '', "scope" TEXT NOT NULL DEFAULT '', "need" TEXT NOT NULL DEFAULT '', "item" TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "offer" VALUES('f4vtpfm65vhbt2jg','ckqf87z7hw38n7vy',X'01A2029683AC00002B57427B0B509CDC',0,'3hhc2ryqzhqc9z18','V','送迎','佐藤','1','','');
CREATE TABLE "person" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "name" TEXT NOT NULL DEFAULT '', "kana" TEXT NOT NULL DEFAULT '', "affiliation" TEXT NOT NULL DEFAULT '', "occupation" TEXT NOT NULL DEFAULT '', "stance" TEXT NOT NULL DEFAULT '', "field" TEXT NOT NULL DEFAULT '', "area" TEXT NOT NULL DEFAULT '', "role" TEXT NOT NULL DEFAULT '', "status" TEXT NOT NULL DEFAULT '', "invited_by" TEXT NOT NULL DEFAULT '', "consent_contact" INTEGER NOT NULL DEFAULT 0, "note" TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE presence (pid INTEGER NOT NULL, boot_id INTEGER NOT NULL, workshop TEXT NOT NULL, role TEXT NOT NULL, table_number INTEGER NOT NULL, PRIMARY KEY (pid, boot_id)) STRICT;
CREATE TABLE "run_row" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "verb" TEXT NOT NULL DEFAULT '', "item" TEXT NOT NULL DEFAULT '', "target" TEXT NOT NULL DEFAULT '', "ms" INTEGER NOT NULL DEFAULT 0, "text" TEXT NOT NULL DEFAULT '', "at_ms" INTEGER NOT NULL DEFAULT 0, "boot_ms" INTEGER NOT NULL DEFAULT 0, "boot_id" INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "run_row" VALUES('6e6dny95c9zdcjjg','ckqf87z7hw38n7vy',X'01A20296841A00002B57427B0B509CDC',0,'start','dcex09wbpn3vsjba','',0,'',1795339748378,28764075,3531592819721400);
CREATE TABLE "step" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "storyline" TEXT NOT NULL DEFAULT '', "pos" TEXT NOT NULL DEFAULT '', "when_label" TEXT NOT NULL DEFAULT '', "text" TEXT NOT NULL DEFAULT '', "own_move" TEXT NOT NULL DEFAULT '', "need" TEXT NOT NULL DEFAULT '', "item" TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "step" VALUES('45508yt3pqyt17hs','ckqf87z7hw38n7vy',X'01A2029683C300012B57427B0B509CDC',0,'96d37ra28cg6j6b4','V','3日後','玄関先へ','','','');
CREATE TABLE "storyline" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "table" TEXT NOT NULL DEFAULT '', "pos" TEXT NOT NULL DEFAULT '', "title" TEXT NOT NULL DEFAULT '', "lead_support" TEXT NOT NULL DEFAULT '', "lead_card" TEXT NOT NULL DEFAULT '', "ending" TEXT NOT NULL DEFAULT '', "open_questions" TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "storyline" VALUES('96d37ra28cg6j6b4','ckqf87z7hw38n7vy',X'01A2029683C300002B57427B0B509CDC',0,'3hhc2ryqzhqc9z18','V','','','','','');
CREATE TABLE "support" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "step" TEXT NOT NULL DEFAULT '', "pos" TEXT NOT NULL DEFAULT '', "name" TEXT NOT NULL DEFAULT '', "card" TEXT NOT NULL DEFAULT '', "offer" TEXT NOT NULL DEFAULT '', "formality" TEXT NOT NULL DEFAULT '', "action" TEXT NOT NULL DEFAULT '', "who_to" TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "support" VALUES('5p4r3vphq8ta8n1j','ckqf87z7hw38n7vy',X'01A2029683C300022B57427B0B509CDC',0,'45508yt3pqyt17hs','V','とびら','','','formal','','');
INSERT INTO "support" VALUES('ctag9vhvf0ytz8fz','ckqf87z7hw38n7vy',X'01A2029683C300032B57427B0B509CDC',0,'45508yt3pqyt17hs','V001','隣の人','','','informal','','');
CREATE TABLE "table" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "number" INTEGER NOT NULL DEFAULT 0, "name" TEXT NOT NULL DEFAULT '', "headline" TEXT NOT NULL DEFAULT '', "theme" TEXT NOT NULL DEFAULT '', "room" TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "table" VALUES('3hhc2ryqzhqc9z18','ckqf87z7hw38n7vy',X'01A20296839400082B57427B0B509CDC',0,1,'','','','');
INSERT INTO "table" VALUES('yt9ke6p7bbqpzm6w','ckqf87z7hw38n7vy',X'01A20296839400092B57427B0B509CDC',0,2,'','','','');
CREATE TABLE "workshop" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "title" TEXT NOT NULL DEFAULT '', "series" TEXT NOT NULL DEFAULT '', "template_name" TEXT NOT NULL DEFAULT '', "mode" TEXT NOT NULL DEFAULT '', "start_ms" INTEGER NOT NULL DEFAULT 0, "hall_end_ms" INTEGER NOT NULL DEFAULT 0, "venue" TEXT NOT NULL DEFAULT '', "purpose" TEXT NOT NULL DEFAULT '', "local_context" TEXT NOT NULL DEFAULT '', "messages" TEXT NOT NULL DEFAULT '', "rehearse_speed" INTEGER NOT NULL DEFAULT 0, "previous" TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "workshop" VALUES('ckqf87z7hw38n7vy','ckqf87z7hw38n7vy',X'01A20296839400002B57427B0B509CDC',0,'こわれたラジオの会','','basic','venue',1795341600000,0,'','Around one case, people of different walks of life bring what each of them can do.
It is not a meeting to settle on the right answer. It is one that makes it easy to call each other tomorrow.','','',0,'');
CREATE UNIQUE INDEX fact_once ON fact (entity, stamp, hash);
CREATE INDEX "workshop_workshop" ON "workshop" (workshop);
CREATE INDEX "item_workshop" ON "item" (workshop);
CREATE INDEX "table_workshop" ON "table" (workshop);
CREATE INDEX "case_story_workshop" ON "case_story" (workshop);
CREATE INDEX "letter_workshop" ON "letter" (workshop);
CREATE INDEX "need_workshop" ON "need" (workshop);
CREATE INDEX "offer_workshop" ON "offer" (workshop);
CREATE INDEX "storyline_workshop" ON "storyline" (workshop);
CREATE INDEX "step_workshop" ON "step" (workshop);
CREATE INDEX "support_workshop" ON "support" (workshop);
CREATE INDEX "note_workshop" ON "note" (workshop);
CREATE INDEX "run_row_workshop" ON "run_row" (workshop);
CREATE INDEX "person_workshop" ON "person" (workshop);
CREATE INDEX "card_workshop" ON "card" (workshop);
COMMIT;
