"""An hour's table as a scribe types it, through tmux: what was typed is what stands on disk and in the report.
Usage: hour_test.py YORIAI. YORIAI_PACE=0.4 waits so many seconds after each clause, as fast typing does; else there is no pause."""
import json
import os
import shlex
import shutil
import subprocess
import time
import unittest

from program import PROGRAM, Case

PACE = float(os.environ.get('YORIAI_PACE', 0))
WAIT = 20
CLAUSE = 7  # characters that an input method hands over at once

# What happens at the table, in its order. A slip is written, seen and taken back; a second thought goes on the end of the row
# written last.
HOUR = [
    ('headline', 'ラジオがつなぐ、となりの席'),
    ('offer', '朝の散歩のとき、袋を一つ一緒に出せます', '市民'),
    ('offer', '真空管なら押し入れにあります。使えるかはわかりませんが', '会社員'),
    ('offer', '猫の缶詰の安い店、教えます', ''),
    ('slip', 'おとなりの卓の話'),
    ('offer', '回覧板を届けるとき、ひと声かけることはできる', '自治会'),
    ('offer', '病院の待合で、となりに座っているだけなら', '学生'),
    ('note', 'お母さんの夜の見守りは、だれがする？', 2),
    ('note', '「直してほしい」と言える相手が、本人にいるか', 2),
    ('thought', '→次の会で聞く'),
    ('title', 'こわれたラジオ、あります'),
    ('step', 'きっかけ', '自治会の回覧板に「こわれたラジオ、あります」と書いて返した', ('川端三丁目 自治会',)),
    ('step', '3日後', '電器店が預かったラジオを、隣の人が玄関先へ。戸は開かなかった', ('町の電器店「まるでん」', '隣の家の人')),
    ('offer', '電池とはんだごては、うちの店から出せます', '電器店'),
    ('step', '1週間後', '箱は中に入っていた。紙に「木曜に取りに来ます」', ('隣の家の人',)),
    ('thought', 'と書いてあった'),
    ('slip', 'まちがい'),
    ('note', '名刺は置かない。同行だけ', 0),
    ('step', '1か月後', 'とびらの職員が、ラジオ病院へ一緒に行く', ('ひきこもり相談窓口「とびら」', 'ラジオ病院', '助け合い便「のせてこ」')),
    ('lead', 'ひきこもり相談窓口「とびら」'),
    ('offer', '日曜の朝、喫茶「なぎ」の奥の席をあけておきます', '商店主'),
    ('step', '半年後', '直す側の席に、週に一度', ()),
    ('note', '夜に使える移動の手段がない', 1),
    ('note', '書いた紙を箱の上に置く、という渡し方は他でも使える', 3),
    ('ending', '直す側に。日曜の朝は、喫茶でコーヒー。'),
    ('questions', 'お母さんの夜の見守りはだれが／雨の日はどうする'),
    ('offer', '帰り道の電気がついているか、見て通ります', '新聞配達'),
    ('slip', '終わりの拍手'),
]
KINDS = ('idea', 'barrier', 'question', 'insight')
COMMANDS = {'headline': 'h', 'title': 't', 'lead': 'c'}


class Terminal:
    """A scribe's console in a window of a tmux server of its own."""

    def __init__(self, case, *words):
        self.case = case
        self.server = ['tmux', '-L', 'yoriai-hour-%d' % os.getpid(), '-f', '/dev/null']
        case.addCleanup(subprocess.run, self.server + ['kill-server'], stderr=subprocess.DEVNULL)
        told = ['env', 'YORIAI_DB=' + case.db, 'HOME=' + case.folder, 'LANGUAGE=ja', 'LC_ALL=C.UTF-8', PROGRAM, *words]
        self.tmux('new-session', '-d', '-x', '80', '-y', '24', ' '.join(map(shlex.quote, told)), ';', 'set-option', '-g', 'status', 'off')

    def tmux(self, *words):
        return subprocess.run(self.server + list(words), check=True, stdout=subprocess.PIPE).stdout.decode()

    def screen(self):
        return self.tmux('capture-pane', '-p')

    def keys(self, *names):
        self.tmux('send-keys', *names)
        time.sleep(PACE)

    def write(self, text):
        for at in range(0, len(text), CLAUSE):
            self.tmux('send-keys', '-l', text[at:at + CLAUSE])
            time.sleep(PACE)

    def wait(self, holds, what):
        end = time.monotonic() + WAIT
        while not holds(self.screen()):
            self.case.assertLess(time.monotonic(), end, '%s\n%s' % (what, self.screen()))
            time.sleep(0.02)

    def shows(self, *texts):
        for text in texts:
            self.wait(lambda screen: text in screen, text)

    def lacks(self, text):
        self.wait(lambda screen: text not in screen, 'still ' + text)


class AnHour(Case):
    """What is expected grows in step with what is typed."""

    def setUp(self):
        super().setUp()
        self.ok('new', 'こわれたラジオの会', '--tables', '3')
        self.ok('clock', 'start')
        self.terminal = Terminal(self, 'scribe', '--table', '3')
        self.terminal.shows('できること')
        self.offers, self.notes, self.steps, self.parts = [], [], [], {}
        self.latest = None  # of notes and steps, where the bar stands

    def form(self, key, title, *fields):
        """Opens a form and fills it; Enter goes from field to field and saves from the last."""
        self.terminal.keys(key)
        self.terminal.shows(title)
        for text in fields:
            self.terminal.write(text)
            self.terminal.shows(text[-4:])
            self.terminal.keys('Enter')

    def at_rest(self):
        """No form is open, so the keys of the sheet are told."""
        self.terminal.shows('書きなおす')
        self.terminal.lacks('やめる')

    def offer(self, text, by):
        self.form('o', '何を', text, by)
        self.offers.append({'text': text, 'by': by or None})

    def note(self, text, kind):
        self.form('n', 'メモ')
        for _ in range(kind):
            self.terminal.keys('C-t')
        self.terminal.write(text)
        self.terminal.shows(text[-4:])
        self.terminal.keys('Enter')
        self.notes.append({'text': text, 'kind': KINDS[kind]})

    def step(self, when, text, supports):
        self.form('s', '物語の場面', when, text)
        for name in supports:
            self.terminal.shows('支える人')
            self.terminal.write(name)
            self.terminal.shows(name[-4:])
            self.terminal.keys('Enter')
            self.terminal.lacks(' ' + name + ' ' * 10)
        self.terminal.shows('支える人')
        self.terminal.keys('Enter')
        self.steps.append({'when': when, 'text': text, 'supports': list(supports)})

    def slip(self, text):
        self.form('n', 'メモ', text)
        self.at_rest()
        self.terminal.keys('u')
        self.terminal.lacks(text)

    def thought(self, more):
        """On the row under the bar: a note, or a step's last support."""
        self.terminal.keys('e')
        self.terminal.shows('やめる')
        self.terminal.keys('End')
        self.terminal.write(more)
        self.terminal.shows(more[-4:])
        self.terminal.keys('Enter')
        if self.latest is self.steps:
            self.steps[-1]['supports'][-1] += more
        else:
            self.notes[-1]['text'] += more

    def part(self, name, text):
        if name in COMMANDS:
            self.terminal.keys(COMMANDS[name])
        else:
            self.terminal.keys(':')
            self.terminal.write({'ending': '結び', 'questions': '問い'}[name])
            self.terminal.keys('Enter')
        self.terminal.shows('やめる')
        self.terminal.write(text)
        self.terminal.shows(text[-4:])
        self.terminal.keys('Enter')
        self.parts[name] = text

    def live(self):
        for kind, *words in HOUR:
            if kind in ('offer', 'note', 'step', 'slip', 'thought'):
                getattr(self, kind)(*words)
            else:
                self.part(kind, *words)
            if kind in ('note', 'step'):
                self.latest = {'note': self.notes, 'step': self.steps}[kind]
            self.at_rest()

    def told(self):
        table = json.loads(self.ok('show', '--json'))['tables'][2]
        story, = table['storylines']
        parts = {'headline': table['headline'], 'title': story['title'], 'lead': story['lead_support'], 'ending': story['ending'],
                 'questions': story['open_questions']}
        steps = [{'when': step['when'], 'text': step['text'], 'supports': [support['name'] for support in step['supports']]}
                 for step in story['steps']]
        return ([{name: row[name] for name in ('text', 'by')} for row in table['offers']],
                [{name: row[name] for name in ('text', 'kind')} for row in table['notes']], steps, parts)

    def test_what_was_typed_is_what_is_on_disk_and_in_the_report(self):
        self.live()
        self.assertEqual(self.told(), (self.offers, self.notes, self.steps, self.parts))
        self.terminal.keys('q')
        self.assertEqual(self.told(), (self.offers, self.notes, self.steps, self.parts))
        report = json.loads(self.ok('report', '--format', 'json', '--profile', 'internal'))
        told = json.dumps(report, ensure_ascii=False)
        words = [row['text'] for row in self.offers + self.notes + self.steps] + list(self.parts.values())
        for text in words + [name for step in self.steps for name in step['supports']]:
            self.assertIn(text, told)
        for kind, *slip in HOUR:
            if kind == 'slip':
                self.assertNotIn(slip[0], told)
        self.ok('check', '--json')


if shutil.which('tmux') is None:
    AnHour = unittest.skip('there is no tmux')(AnHour)
unittest.main()
