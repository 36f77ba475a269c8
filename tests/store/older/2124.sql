PRAGMA application_id = 2037346921;
PRAGMA user_version = 2124;
BEGIN TRANSACTION;
CREATE TABLE "card" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "number" INTEGER NOT NULL DEFAULT 0, "name" TEXT NOT NULL DEFAULT '', "kana" TEXT NOT NULL DEFAULT '', "kind" TEXT NOT NULL DEFAULT '', "formality" TEXT NOT NULL DEFAULT '', "strength" TEXT NOT NULL DEFAULT '', "offers" TEXT NOT NULL DEFAULT '', "area" TEXT NOT NULL DEFAULT '', "eligibility" TEXT NOT NULL DEFAULT '', "cost" TEXT NOT NULL DEFAULT '', "address" TEXT NOT NULL DEFAULT '', "phone" TEXT NOT NULL DEFAULT '', "schedule" TEXT NOT NULL DEFAULT '', "url" TEXT NOT NULL DEFAULT '', "organization" TEXT NOT NULL DEFAULT '', "state" TEXT NOT NULL DEFAULT '', "verified_on" TEXT NOT NULL DEFAULT '', "source" TEXT NOT NULL DEFAULT '', "note" TEXT NOT NULL DEFAULT '', "source_key" TEXT NOT NULL DEFAULT '', "extra" TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE "case_story" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "title" TEXT NOT NULL DEFAULT '', "kind" TEXT NOT NULL DEFAULT '', "body" TEXT NOT NULL DEFAULT '', "number" INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE contest (entity TEXT PRIMARY KEY, workshop TEXT NOT NULL, fields TEXT NOT NULL) STRICT;
CREATE TABLE draft (workshop TEXT NOT NULL, place TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (workshop, place)) STRICT;
CREATE TABLE fact (seq INTEGER PRIMARY KEY, stamp BLOB NOT NULL, workshop TEXT NOT NULL, entity TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, hash INTEGER NOT NULL, erased INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "fact" VALUES(1,X'01A20296847200002B57427B0B509CDC','6mf4peanaq1m950v','6mf4peanaq1m950v','workshop','{"title":"こわれたラジオの会","series":"","template_name":"basic","mode":"venue","start_ms":1795341600000,"hall_end_ms":0,"purpose":"Around one case, people of different walks of life bring what each of them can do.\nIt is not a meeting to settle on the right answer. It is one that makes it easy to call each other tomorrow.","messages":"","knew":"@"}',2534848233278791765,0);
INSERT INTO "fact" VALUES(2,X'01A20296847200012B57427B0B509CDC','6mf4peanaq1m950v','mtmdsdpgdwyjgyg9','item','{"pos":"V","title":"Opening","planned_s":300,"room":"Welcome. Today we think about one person’s life, together.\n\nWhat is heard here stays here.\nWe do not put down an idea. Nobody has to speak.","cue":"Thank you all for coming. Today, with one case before us, each of us brings something that we can do ourselves.\nNo fine opinions are needed. Say what comes to mind in the words that come to mind.\nThree requests: what you hear stays in this room, nobody’s idea is put down, and nobody has to say what they would rather not."}',1069831692326637788,0);
INSERT INTO "fact" VALUES(3,X'01A20296847200022B57427B0B509CDC','6mf4peanaq1m950v','trzremftmfj45s5h','item','{"pos":"V001","title":"Introductions","kind":"table","planned_s":600,"room":"One minute each: your name, and what you do on an ordinary day.\n\nAt the end, choose a scribe.","cue":"Please introduce yourselves at your table, one minute each: your name, what you do on an ordinary day, something you like.\nWhen everybody has spoken, choose one person as the scribe. Neat handwriting is not required."}',-5753191729603305696,0);
INSERT INTO "fact" VALUES(4,X'01A20296847200032B57427B0B509CDC','6mf4peanaq1m950v','mph2g42c8qhbdg9h','item','{"pos":"V002","title":"Reading the case","kind":"case","planned_s":600,"room":"Listen as if it were about somebody in your street.","cue":"I will now read the case. Please listen as if it were about somebody who lives just round the corner.\nTake notes or not, as you like.\n(Wait for one breath at the end.)\nPlease look for this person’s strengths and pleasures as much as for the troubles."}',6812415303242393957,0);
INSERT INTO "fact" VALUES(5,X'01A20296847200042B57427B0B509CDC','6mf4peanaq1m950v','3d5rwdz3r3zgt43e','item','{"pos":"V003","title":"Thinking alone","kind":"individual","planned_s":600,"minimum_s":300,"strictness":"unhurried","room":"In silence, alone: three or more things that I can do.\n\nThe smaller the better.","cue":"This is time to think alone. Not as your job, but as somebody of the same town: write down three or more things you could do.\n“Say good morning”, “walk along for a while”: that size is just right. Keep the talking for the next step."}',-286494142916234732,0);
INSERT INTO "fact" VALUES(6,X'01A20296847200052B57427B0B509CDC','6mf4peanaq1m950v','728b0rg3reyb82wq','item','{"pos":"V004","title":"Bringing it to the table","kind":"table","planned_s":1500,"minimum_s":900,"room":"All of it on the table. No marks given. Then join things up.\n\n1. One thing each, in turn\n2. Find what is alike and what fits together\n3. Who goes, when, and how do they stay in touch","cue":"Now let us put it all on the table. In the first round, one thing each, in turn.\nNothing is judged. Instead of “that is difficult”, say “then this could be done too”.\n(After 10 minutes) From here on: who could be the first to call, and on what errand? Think about the order."}',8106961503591123615,0);
INSERT INTO "fact" VALUES(7,X'01A20296847200062B57427B0B509CDC','6mf4peanaq1m950v','20tz50wb8tb0c48q','item','{"pos":"V005","title":"Sharing with all","kind":"presentation","planned_s":1200,"room":"Every table has something for you to take home.","cue":"Let us hear from every table. It need not be tidy: tell us where the talk was liveliest.\nWhile you listen, look for one thing that you could help with.\n(Applause after each.)"}',6354222675927872548,0);
INSERT INTO "fact" VALUES(8,X'01A20296847200072B57427B0B509CDC','6mf4peanaq1m950v','9x16hejw31hs5wgc','item','{"pos":"V006","title":"Looking back and closing","planned_s":600,"protected":1,"strictness":"strict","room":"What has changed since you came in?\n\nTell your neighbour the one step you can take tomorrow.","cue":"Well done, everybody. Tell your neighbour, a minute each, how you feel and see things now, compared with before.\nThen choose one step for tomorrow. One telephone call or one greeting is enough.\nThank you for today. Please leave the record sheets on the tables."}',-4303340682764790512,0);
INSERT INTO "fact" VALUES(9,X'01A20296847200082B57427B0B509CDC','6mf4peanaq1m950v','3vv8wqthg1s9xv5t','table','{"number":1}',2347460049521679095,0);
INSERT INTO "fact" VALUES(10,X'01A20296847200092B57427B0B509CDC','6mf4peanaq1m950v','eza64vg2c6y2n36w','table','{"number":2}',2350274799289331580,0);
INSERT INTO "fact" VALUES(11,X'01A2029684BF00002B57427B0B509CDC','6mf4peanaq1m950v','n6x2kkt5a83qhz7b','offer','{"table":"3vv8wqthg1s9xv5t","pos":"V","text":"送迎","by":"佐藤","scope":"1","cost":"","need":"","item":"","at_s":0,"made_alone":0}',-6627499825109035961,0);
INSERT INTO "fact" VALUES(12,X'01A2029684E200002B57427B0B509CDC','6mf4peanaq1m950v','m2nn3aw6s8fhnhmz','storyline','{"table":"3vv8wqthg1s9xv5t","pos":"V"}',-6301965081699280875,0);
INSERT INTO "fact" VALUES(13,X'01A2029684E200012B57427B0B509CDC','6mf4peanaq1m950v','hetn529ch5b4q8fe','step','{"storyline":"m2nn3aw6s8fhnhmz","pos":"V","when_label":"3日後","text":"玄関先へ","own_move":"","need":"","item":"","at_s":0}',8598446076978908044,0);
INSERT INTO "fact" VALUES(14,X'01A2029684E200022B57427B0B509CDC','6mf4peanaq1m950v','5f7n7e0gs9b3sf8j','support','{"step":"hetn529ch5b4q8fe","pos":"V","name":"とびら","card":"","offer":"","formality":"formal","action":"","who_to":""}',8189470209482382628,0);
INSERT INTO "fact" VALUES(15,X'01A2029684E200032B57427B0B509CDC','6mf4peanaq1m950v','2547z8czjbsv5ga4','support','{"step":"hetn529ch5b4q8fe","pos":"V001","name":"隣の人","card":"","offer":"","formality":"informal","action":"","who_to":""}',4926725143101889941,0);
INSERT INTO "fact" VALUES(16,X'01A20296854600002B57427B0B509CDC','6mf4peanaq1m950v','y492fc4njh7cb2qp','note','{"table":"eza64vg2c6y2n36w","pos":"V","kind":"barrier","text":"夜の移動がない","item":"","at_s":0}',5163744767882710409,0);
INSERT INTO "fact" VALUES(17,X'01A20296859100002B57427B0B509CDC','6mf4peanaq1m950v','9prxng5bnx9a6vyq','run_row','{"verb":"start","item":"mtmdsdpgdwyjgyg9","at_ms":1795339748753,"boot_ms":28764450,"boot_id":3531592819721400}',-540770299202608561,0);
CREATE TABLE heartbeat (workshop TEXT PRIMARY KEY, wall_ms INTEGER NOT NULL, boot_ms INTEGER NOT NULL, mono_ms INTEGER NOT NULL, boot_id INTEGER NOT NULL) STRICT;
CREATE TABLE "item" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "pos" TEXT NOT NULL DEFAULT '', "title" TEXT NOT NULL DEFAULT '', "kind" TEXT NOT NULL DEFAULT '', "planned_s" INTEGER NOT NULL DEFAULT 0, "minimum_s" INTEGER NOT NULL DEFAULT 0, "protected" INTEGER NOT NULL DEFAULT 0, "strictness" TEXT NOT NULL DEFAULT '', "fixed_start_s" INTEGER NOT NULL DEFAULT 0, "fixed_end_s" INTEGER NOT NULL DEFAULT 0, "bells" TEXT NOT NULL DEFAULT '', "face" TEXT NOT NULL DEFAULT '', "block" TEXT NOT NULL DEFAULT '', "round" INTEGER NOT NULL DEFAULT 0, "rounds" INTEGER NOT NULL DEFAULT 0, "room" TEXT NOT NULL DEFAULT '', "cue" TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "item" VALUES('mtmdsdpgdwyjgyg9','6mf4peanaq1m950v',X'01A20296847200012B57427B0B509CDC',0,'V','Opening','',300,0,0,'',0,0,'','','',0,0,'Welcome. Today we think about one person’s life, together.

What is heard here stays here.
We do not put down an idea. Nobody has to speak.','Thank you all for coming. Today, with one case before us, each of us brings something that we can do ourselves.
No fine opinions are needed. Say what comes to mind in the words that come to mind.
Three requests: what you hear stays in this room, nobody’s idea is put down, and nobody has to say what they would rather not.');
INSERT INTO "item" VALUES('trzremftmfj45s5h','6mf4peanaq1m950v',X'01A20296847200022B57427B0B509CDC',0,'V001','Introductions','table',600,0,0,'',0,0,'','','',0,0,'One minute each: your name, and what you do on an ordinary day.

At the end, choose a scribe.','Please introduce yourselves at your table, one minute each: your name, what you do on an ordinary day, something you like.
When everybody has spoken, choose one person as the scribe. Neat handwriting is not required.');
INSERT INTO "item" VALUES('mph2g42c8qhbdg9h','6mf4peanaq1m950v',X'01A20296847200032B57427B0B509CDC',0,'V002','Reading the case','case',600,0,0,'',0,0,'','','',0,0,'Listen as if it were about somebody in your street.','I will now read the case. Please listen as if it were about somebody who lives just round the corner.
Take notes or not, as you like.
(Wait for one breath at the end.)
Please look for this person’s strengths and pleasures as much as for the troubles.');
INSERT INTO "item" VALUES('3d5rwdz3r3zgt43e','6mf4peanaq1m950v',X'01A20296847200042B57427B0B509CDC',0,'V003','Thinking alone','individual',600,300,0,'unhurried',0,0,'','','',0,0,'In silence, alone: three or more things that I can do.

The smaller the better.','This is time to think alone. Not as your job, but as somebody of the same town: write down three or more things you could do.
“Say good morning”, “walk along for a while”: that size is just right. Keep the talking for the next step.');
INSERT INTO "item" VALUES('728b0rg3reyb82wq','6mf4peanaq1m950v',X'01A20296847200052B57427B0B509CDC',0,'V004','Bringing it to the table','table',1500,900,0,'',0,0,'','','',0,0,'All of it on the table. No marks given. Then join things up.

1. One thing each, in turn
2. Find what is alike and what fits together
3. Who goes, when, and how do they stay in touch','Now let us put it all on the table. In the first round, one thing each, in turn.
Nothing is judged. Instead of “that is difficult”, say “then this could be done too”.
(After 10 minutes) From here on: who could be the first to call, and on what errand? Think about the order.');
INSERT INTO "item" VALUES('20tz50wb8tb0c48q','6mf4peanaq1m950v',X'01A20296847200062B57427B0B509CDC',0,'V005','Sharing with all','presentation',1200,0,0,'',0,0,'','','',0,0,'Every table has something for you to take home.','Let us hear from every table. It need not be tidy: tell us where the talk was liveliest.
While you listen, look for one thing that you could help with.
(Applause after each.)');
INSERT INTO "item" VALUES('9x16hejw31hs5wgc','6mf4peanaq1m950v',X'01A20296847200072B57427B0B509CDC',0,'V006','Looking back and closing','',600,0,1,'strict',0,0,'','','',0,0,'What has changed since you came in?

Tell your neighbour the one step you can take tomorrow.','Well done, everybody. Tell your neighbour, a minute each, how you feel and see things now, compared with before.
Then choose one step for tomorrow. One telephone call or one greeting is enough.
Thank you for today. Please leave the record sheets on the tables.');
CREATE TABLE "letter" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "sender" TEXT NOT NULL DEFAULT '', "body" TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT;
INSERT INTO "meta" VALUES('stamp',X'01A20296859100002B57427B0B509CDC');
CREATE TABLE "need" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "pos" TEXT NOT NULL DEFAULT '', "text" TEXT NOT NULL DEFAULT '', "kind" TEXT NOT NULL DEFAULT '', "category" TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE "note" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "table" TEXT NOT NULL DEFAULT '', "pos" TEXT NOT NULL DEFAULT '', "kind" TEXT NOT NULL DEFAULT '', "text" TEXT NOT NULL DEFAULT '', "item" TEXT NOT NULL DEFAULT '', "at_s" INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "note" VALUES('y492fc4njh7cb2qp','6mf4peanaq1m950v',X'01A20296854600002B57427B0B509CDC',0,'eza64vg2c6y2n36w','V','barrier','夜の移動がない','',0);
CREATE TABLE "offer" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "table" TEXT NOT NULL DEFAULT '', "pos" TEXT NOT NULL DEFAULT '', "text" TEXT NOT NULL DEFAULT '', "by" TEXT NOT NULL DEFAULT '', "scope" TEXT NOT NULL DEFAULT '', "cost" TEXT NOT NULL DEFAULT '', "need" TEXT NOT NULL DEFAULT '', "item" TEXT NOT NULL DEFAULT '', "at_s" INTEGER NOT NULL DEFAULT 0, "made_alone" INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "offer" VALUES('n6x2kkt5a83qhz7b','6mf4peanaq1m950v',X'01A2029684BF00002B57427B0B509CDC',0,'3vv8wqthg1s9xv5t','V','送迎','佐藤','1','','','',0,0);
CREATE TABLE "person" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "name" TEXT NOT NULL DEFAULT '', "kana" TEXT NOT NULL DEFAULT '', "affiliation" TEXT NOT NULL DEFAULT '', "occupation" TEXT NOT NULL DEFAULT '', "stance" TEXT NOT NULL DEFAULT '', "field" TEXT NOT NULL DEFAULT '', "area" TEXT NOT NULL DEFAULT '', "role" TEXT NOT NULL DEFAULT '', "status" TEXT NOT NULL DEFAULT '', "invited_by" TEXT NOT NULL DEFAULT '', "consent_contact" INTEGER NOT NULL DEFAULT 0, "note" TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE presence (pid INTEGER NOT NULL, boot_id INTEGER NOT NULL, workshop TEXT NOT NULL, role TEXT NOT NULL, table_number INTEGER NOT NULL, PRIMARY KEY (pid, boot_id)) STRICT;
CREATE TABLE "run_row" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "verb" TEXT NOT NULL DEFAULT '', "item" TEXT NOT NULL DEFAULT '', "target" TEXT NOT NULL DEFAULT '', "ms" INTEGER NOT NULL DEFAULT 0, "text" TEXT NOT NULL DEFAULT '', "at_ms" INTEGER NOT NULL DEFAULT 0, "boot_ms" INTEGER NOT NULL DEFAULT 0, "boot_id" INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "run_row" VALUES('9prxng5bnx9a6vyq','6mf4peanaq1m950v',X'01A20296859100002B57427B0B509CDC',0,'start','mtmdsdpgdwyjgyg9','',0,'',1795339748753,28764450,3531592819721400);
CREATE TABLE "step" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "storyline" TEXT NOT NULL DEFAULT '', "pos" TEXT NOT NULL DEFAULT '', "when_label" TEXT NOT NULL DEFAULT '', "text" TEXT NOT NULL DEFAULT '', "own_move" TEXT NOT NULL DEFAULT '', "need" TEXT NOT NULL DEFAULT '', "item" TEXT NOT NULL DEFAULT '', "at_s" INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "step" VALUES('hetn529ch5b4q8fe','6mf4peanaq1m950v',X'01A2029684E200012B57427B0B509CDC',0,'m2nn3aw6s8fhnhmz','V','3日後','玄関先へ','','','',0);
CREATE TABLE "storyline" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "table" TEXT NOT NULL DEFAULT '', "pos" TEXT NOT NULL DEFAULT '', "title" TEXT NOT NULL DEFAULT '', "lead_support" TEXT NOT NULL DEFAULT '', "lead_card" TEXT NOT NULL DEFAULT '', "ending" TEXT NOT NULL DEFAULT '', "open_questions" TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "storyline" VALUES('m2nn3aw6s8fhnhmz','6mf4peanaq1m950v',X'01A2029684E200002B57427B0B509CDC',0,'3vv8wqthg1s9xv5t','V','','','','','');
CREATE TABLE "support" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "step" TEXT NOT NULL DEFAULT '', "pos" TEXT NOT NULL DEFAULT '', "name" TEXT NOT NULL DEFAULT '', "card" TEXT NOT NULL DEFAULT '', "offer" TEXT NOT NULL DEFAULT '', "formality" TEXT NOT NULL DEFAULT '', "action" TEXT NOT NULL DEFAULT '', "who_to" TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "support" VALUES('5f7n7e0gs9b3sf8j','6mf4peanaq1m950v',X'01A2029684E200022B57427B0B509CDC',0,'hetn529ch5b4q8fe','V','とびら','','','formal','','');
INSERT INTO "support" VALUES('2547z8czjbsv5ga4','6mf4peanaq1m950v',X'01A2029684E200032B57427B0B509CDC',0,'hetn529ch5b4q8fe','V001','隣の人','','','informal','','');
CREATE TABLE "table" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "number" INTEGER NOT NULL DEFAULT 0, "name" TEXT NOT NULL DEFAULT '', "headline" TEXT NOT NULL DEFAULT '', "theme" TEXT NOT NULL DEFAULT '', "room" TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "table" VALUES('3vv8wqthg1s9xv5t','6mf4peanaq1m950v',X'01A20296847200082B57427B0B509CDC',0,1,'','','','');
INSERT INTO "table" VALUES('eza64vg2c6y2n36w','6mf4peanaq1m950v',X'01A20296847200092B57427B0B509CDC',0,2,'','','','');
CREATE TABLE "workshop" (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, born BLOB NOT NULL, "gone" INTEGER NOT NULL DEFAULT 0, "title" TEXT NOT NULL DEFAULT '', "series" TEXT NOT NULL DEFAULT '', "template_name" TEXT NOT NULL DEFAULT '', "mode" TEXT NOT NULL DEFAULT '', "start_ms" INTEGER NOT NULL DEFAULT 0, "hall_end_ms" INTEGER NOT NULL DEFAULT 0, "venue" TEXT NOT NULL DEFAULT '', "purpose" TEXT NOT NULL DEFAULT '', "local_context" TEXT NOT NULL DEFAULT '', "messages" TEXT NOT NULL DEFAULT '', "rehearse_speed" INTEGER NOT NULL DEFAULT 0, "previous" TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "workshop" VALUES('6mf4peanaq1m950v','6mf4peanaq1m950v',X'01A20296847200002B57427B0B509CDC',0,'こわれたラジオの会','','basic','venue',1795341600000,0,'','Around one case, people of different walks of life bring what each of them can do.
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
