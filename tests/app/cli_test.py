"""Command lines, good and bad: exit code, result and sentence. Usage: cli_test.py YORIAI"""
import datetime
import json
import os
import re
import resource
import sqlite3
import stat
import subprocess
import unittest

from program import NOBODY, Case

SUBCOMMANDS = ('new list show agenda templates plan run audience scribe clock log import export search seat report needs deck paper merge backup check screen '
               'demo completion').split()
ID = re.compile(r'^[0-9a-z]{16}\n$')

# words after `yoriai`, exit code, what the sentence must say. {…}: a file in the folder.
BAD_WORDS = [
    (['frobnicate'], 2, 'no command “frobnicate”'),
    (['actions'], 2, 'no command'),
    (['erase', 'x'], 2, 'no command'),
    (['--nosuch', 'list'], 2, 'no option “--nosuch”'), (['list', '--nosuch'], 2, 'no option “--nosuch”'),
    (['run', '--rehearse', '0'], 2, 'from 1 to 1000'),
    (['run', '--rehearse', '1001'], 2, 'from 1 to 1000'),
    (['run', '--rehearse', 'fast'], 2, 'wants a number'),
    (['clock', 'start', '--apply'], 2, 'usage: yoriai clock'), (['clock', 'frob'], 2, 'no “frob”'), (['clock'], 2, 'usage: yoriai clock'),
    (['export', 'cards', '--format', 'xlsx'], 2, 'no format “xlsx”'), (['export', 'all', '--format', 'csv'], 2, 'JSON only'),
    (['export', 'chairs'], 1, 'not “chairs”'), (['export'], 2, 'usage'),
    (['report', '--format', 'pdf'], 2, 'no report format “pdf”'), (['report', '--profile', 'x'], 2, 'no profile “x”'),
    (['--lang', 'de', 'list'], 2, 'no language “de”'), (['--theme', 'x', 'list'], 2, 'no theme “x”'),
    (['list', '--db'], 2, '“--db” wants a value'), (['--db', '', 'list'], 2, 'empty or too long'),
    (['--db', 'x' * 5000, 'list'], 2, 'empty or too long'),
    (['new'], 2, r'usage: yoriai new \[TITLE\]'), (['new', ''], 2, 'usage'), (['new', 'a', 'b'], 2, 'usage'),
    (['new', '  '], 1, 'title'),
    (['new', 'X', '--tables', 'many'], 2, 'wants a number, not “many”'), (['new', 'X', '--tables', '0'], 1, 'from 1 to 99'),
    (['new', 'X', '--tables', '100'], 1, 'from 1 to 99'),
    (['new', 'X', '--tables', '9' * 30], 2, 'wants a number'),
    (['new', 'X', '--start', '25:70'], 1, '“25:70” is no date'), (['new', 'X', '--start', '2026-02-30 10:00'], 1, 'no date'),
    (['new', 'X', '--end', '25:70'], 1, '“25:70” is no time'), (['new', 'X', '--template', 'nosuch'], 1, 'no template “nosuch”'),
    (['new', 'あ' * 10000], 1, 'too long'), (['new', 'X', '--series', 'あ' * 10000], 1, 'too long'),
    (['show', 'nosuch'], 1, 'no workshop “nosuch”'), (['show', '99'], 1, 'no workshop'), (['show', 'radio'], 1, 'any of these: 1 First radio, 2 Second radio'),
    (['clock', 'add', '25:70'], 1, '“25:70” is no length'), (['clock', 'add', 'x'], 1, 'no length'),
    (['clock', 'add', '3'], 1, 'No step is running'), (['clock', 'backdate', '25:70'], 1, '“25:70” is no time'),
    (['clock', 'message', 'あ' * 10000], 1, 'too long'), (['clock', 'start', 'nosuch'], 1, 'no workshop'),
    (['clock', 'bell', '4'], 1, '“4” is none of: 1, 2, 3'), (['clock', 'bell', '4', '1'], 1, '“4” is none of: 1, 2, 3'),
    (['clock', 'bell', ', '], 1, '“, ” is none of'), (['clock', 'bell', '1, 2'], 1, '“1, 2” is none of'),
    (['clock', 'silent', 'maybe'], 1, '“maybe” is none of: on, off; and there is no workshop “maybe” either'),
    (['clock', 'day', 'maybe', '1'], 1, '“maybe” is none of: on, off'), (['clock', 'day', 'on', 'nosuch'], 1, 'There is no workshop “nosuch”'),
    (['clock', 'picture', 'maybe'], 1, 'none of: on, off'), (['clock', 'picture'], 1, 'No step is running'), (['clock', 'day', 'on', '1', 'x'], 2, 'usage'),
    (['clock', 'pause'], 1, 'No step is running'), (['clock', 'undo'], 1, '.'),
    (['log', '--table', '99', 'offer', 'x'], 1, 'no table 99; this workshop has'), (['log', 'offer', 'x'], 2, 'usage'),
    (['log', '--table', '1', 'dance', 'x'], 1, 'not “dance”'), (['log', '--table', '1', 'offer', ' '], 1, 'no text'),
    (['log', '--table', '1', 'offer', 'x', '--scope', '7'], 1, '“7” is none of: 1, 10, 100'),
    (['log', '--table', '1', 'note', 'x', '--kind', 'y'], 1, 'none of: .*barrier'),
    (['log', '--table', '1', 'offer', 'x', '--need', '3'], 1, 'no need “3”'),
    (['log', '--table', '1', 'offer', 'あ' * 10000], 1, 'too long'),
    (['scribe'], 2, 'usage'), (['scribe', '--table', '99'], 1, 'no table 99'),
    (['scribe', '--table', '９９'], 1, 'no table 99'), (['scribe', '--table', '三'], 2, 'wants a number, not “三”'),
    (['run'], 2, 'needs a terminal'), (['audience'], 2, 'needs a terminal'), (['scribe', '--table', '1'], 2, 'needs a terminal'),
    ([], 2, 'needs a terminal'),
    (['import', 'chairs', 'x'], 2, 'not “chairs”'), (['import', 'people'], 2, 'usage'),
    (['import', 'people', 'x', '--map', 'y'], 2, 'FIELD=COLUMN'),
    (['search', ''], 2, 'usage'), (['search', 'x', '--in', 'y'], 2, 'usage'),
    (['screen'], 2, 'usage'), (['screen', 'nosuch'], 2, 'no screen “nosuch”; there are: home'),
    (['screen', 'run', '--size', '80'], 2, 'not “80”'), (['screen', 'run', '--size', '0x0'], 2, 'not “0x0”'),
    (['screen', 'run', '--at', '25:70'], 2, 'not “25:70”'), (['screen', 'run', '--at', '13:00:00x'], 2, 'not “13:00:00x”'),
    (['screen', 'run', '--format', 'x'], 2, 'no format “x”'), (['screen', 'scribe', '--table', '99'], 1, 'no table 99'),
    (['completion'], 2, 'usage'), (['completion', 'csh'], 2, 'usage'), (['templates', 'nosuch'], 1, 'no template'),
    (['demo', '--speed', '0'], 2, 'usage'), (['demo', 'x'], 2, 'usage'), (['backup'], 2, 'usage'), (['merge'], 2, 'usage'), (['merge', 'no.db'], 1, 'no.db'),
]

# What a file may be instead of what was meant; all but the last are made by make_bad_files().
BAD_FILES = [('missing', 'No such file'), ('folder', 'is a folder'), ('pipe', 'not an ordinary file'), ('large', 'too large'),
             ('binary', 'neither in UTF-8 nor')]
FILE_WORDS = [['new', 'X', '--template', './{}.md'], ['new', 'X', '--case', '{}.md'], ['new', 'X', '--letter', '{}.md'],
              ['import', 'people', '{}.md'], ['import', 'cards', '{}.md'], ['import', 'agenda', '{}.md', '1']]

BAD_AGENDAS = [
    ('', 'is empty'), ('# T\n', 'step'), ('# T\n\n## abc Opening\n', 'Line 3: .*found “abc Opening”'),
    ('# T\n\n## 10 min A [party]\n', 'Line 3: '), ('# T\n\n## 99999 min A\n', 'Line 3: '), ('# T\n\n## 10 min A [from 25:70]\n', 'Line 3: '),
]

LONE_BAD_LINES = [
    ('{', 'JSON object'), ('[1]', 'JSON object'), ('"x"', 'JSON object'), ('{"table":1}', 'no text|offer'),
    ('{"table":9,"entry":"offer","text":"x"}', 'no table 9'), ('{"table":"x","entry":"offer","text":"x"}', 'cannot have “table”'),
    ('{"table":1.5,"entry":"offer","text":"x"}', 'cannot have “table”'), ('{"entry":"offer","text":"x"}', 'no table 0'),
    ('{"table":1,"entry":"dance","text":"x"}', 'not “dance”'), ('{"table":1,"entry":"note","text":"x","kind":"y"}', 'none of'),
    ('{"table":1,"entry":"step","text":"x","infomal":["y"]}', 'cannot have “infomal”'),
    ('{"table":1,"entry":"step","text":"x","formal":[%s]}' % ','.join(['"y"'] * 65), 'cannot have “formal”'),
    ('{"table":1,"entry":"offer","text":"\\u001b\\u202e"}', 'no text'),
]


def contents(path):
    if not os.path.isfile(path):
        return None
    with open(path, 'rb') as file:
        return file.read()


UNCLEAN = '[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b]'


class Words(Case):
    def make_two(self):
        self.ok('new', 'First radio', '--tables', '2')
        self.ok('new', 'Second radio', '--tables', '2')

    def test_every_bad_line_is_met_with_a_sentence_and_changes_nothing(self):
        self.make_two()
        before = self.ok('list', '--json'), self.exported('1')
        for words, code, pattern in BAD_WORDS:
            self.refused(code, pattern, *words)
        self.assertEqual((self.ok('list', '--json'), self.exported('1')), before)

    def test_a_time_still_to_come_is_refused_and_not_taken_for_the_day_before(self):
        self.make_two()
        self.ok('clock', 'start', 'First')
        now = datetime.datetime.now()
        for minutes in (2, 35, 11 * 60):
            at = f'{now + datetime.timedelta(minutes=minutes):%H:%M}'
            self.refused(1, 'still to come', 'clock', 'backdate', at, 'First')
        for minutes in (35, 11 * 60):
            self.ok('clock', 'backdate', f'{now - datetime.timedelta(minutes=minutes):%H:%M}', 'First')
            status = json.loads(self.ok('clock', 'status', 'First', '--json'))
            self.assertLess(abs(status['item']['active_s'] - minutes * 60), 120)

    def test_every_subcommand_tells_of_itself(self):
        for name in SUBCOMMANDS:
            out = self.ok(name, '--help')
            self.assertRegex(out, r'^usage: yoriai %s( |\n)[^\n]*\n?\n\S' % name)
            self.assertNotIn(' \n', out)
        self.assertFalse(os.path.exists(self.db))
        self.assertEqual(re.findall(r'^  ([a-z]+)', self.ok('--help'), re.M), SUBCOMMANDS)
        self.assertRegex(self.ok('--version'), r'^yoriai \d+\.\d+')

    def test_a_shell_completes_commands_verbs_and_options(self):
        for shell in ('bash', 'zsh', 'fish'):
            out = self.ok('completion', shell)
            for word in ('backdate', '--letter', 'audience', 'people'):
                self.assertIn(word, out)
            self.assertNotIn(' or ', out)
        self.file('c', self.ok('completion', 'bash'))
        for words, wanted in ((['yoriai', 'cl'], 'clock'), (['yoriai', 'clock', 'back'], 'back backdate'),
                              (['yoriai', '--db', 'x', 'new', '--te'], '--template')):
            script = '. ./c; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _yoriai; echo "${COMPREPLY[*]}"'
            got = subprocess.run(['bash', '-c', script, 'x', *words], cwd=self.folder, stdout=subprocess.PIPE).stdout.decode()
            self.assertEqual(got.strip(), wanted)

    def test_a_workshop_is_meant_by_number_prefix_title_or_nothing(self):
        first = self.ok('new', 'Radio 2', '--start', '2001-01-01 10:00').strip()
        second = self.ok('new', 'Kettle', '--start', '2001-01-02 10:00').strip()
        third = self.ok('new', 'ラジオの会', '--start', '2001-01-03 10:00').strip()

        def meant(*words):
            return json.loads(self.ok('show', *words, '--json'))['id']
        for word, wanted in (('1', first), (first, first), (second[:8], second), ('kettle', second), ('2', second),
                             ('らじお', third), ('Radio 2', first)):
            self.assertEqual(meant(word), wanted, word)
        self.ok('clock', 'start', '2')
        self.assertEqual(meant(), second)
        self.ok('clock', 'end', '2')
        self.assertNotEqual(meant(), second)

    def test_the_interface_speaks_japanese_where_asked(self):
        self.assertIn('使い方', self.ok('--lang', 'ja', '--help'))
        self.refused(1, 'ワークショップ|寄り合い|見つか|ありません', '--lang', 'ja', 'show', 'x')

    def test_what_was_typed_with_escapes_and_overrides_comes_out_clean(self):
        self.ok('new', 'a\x1b[31m\u202eb\u2066c\u200b')
        self.ok('log', '--table', '1', 'offer', '\x1b]0;x\x07お茶\u202e')
        self.ok('log', '-', stdin='{"table":1,"entry":"note","text":"\\u001b[2J\\u202emark","kind":"idea"}\n')
        for words in (['list'], ['show'], ['show', '--json'], ['report'], ['screen', 'run'], ['screen', 'scribe'], ['search', 'お茶']):
            self.assertNotRegex(self.ok(*words), UNCLEAN, words)
        self.assertNotRegex(self.exported(), UNCLEAN)
        self.assertIn('mark', self.ok('show'))

    def test_a_result_that_cannot_be_written_is_a_failure(self):
        self.make_two()
        with open('/dev/full', 'wb') as full:
            code, _, err = self.run_words('list', stdout=full)
        self.assertEqual(code, 1)
        self.assertIn('could not be written', err)
        self.refused(1, 'Cannot write', 'report', '-o', '/nonexistent/r.md')


class Surroundings(Case):
    def test_a_locale_that_cannot_show_the_text_is_refused(self):
        for locale in ('C', 'POSIX', 'ja_JP.EUC-JP'):
            self.refused(1, 'UTF-8', 'list', env={'LC_ALL': locale})

    def test_the_database_is_chosen_by_option_then_environment_then_xdg_then_home(self):
        def made(wanted, *words, env=None):
            self.ok(*words, 'new', 'X', db=False, env=env)
            self.assertTrue(os.path.isfile(self.path(wanted)), wanted)
            os.unlink(self.path(wanted))
        made('o/y.db', '--db', self.path('o/y.db'), env={'YORIAI_DB': self.path('e/y.db'), 'XDG_DATA_HOME': self.path('x')})
        made('e/y.db', env={'YORIAI_DB': self.path('e/y.db'), 'XDG_DATA_HOME': self.path('x')})
        made('x/yoriai/yoriai.db', env={'YORIAI_DB': '', 'XDG_DATA_HOME': self.path('x')})
        made('.local/share/yoriai/yoriai.db', env={'XDG_DATA_HOME': 'relative'})
        self.assertFalse(os.path.exists(self.path('relative')))
        self.refused(2, 'too long', 'list', db=False, env={'YORIAI_DB': 'x/' * 4000})

    def test_what_is_made_belongs_to_its_owner_alone(self):
        os.umask(0o022)
        self.ok('new', 'X')
        self.ok('backup', self.path('copy.db'))
        self.ok('report', '-o', self.path('r.md'))
        for path, mode in ((self.path('data'), 0o700), (self.db, 0o600), (self.path('copy.db'), 0o600), (self.path('r.md'), 0o600)):
            self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), mode, path)
        self.assertEqual(os.listdir(self.path('data')), ['y.db'])

    def spoil(self, name, change):
        self.ok('--db', self.path(name), 'new', 'X')
        base = sqlite3.connect(self.path(name))
        change(base)
        base.commit()
        base.close()
        return self.path(name)

    def test_what_is_no_database_of_ours_is_left_as_it_is(self):
        foreign = self.path('foreign.db')
        base = sqlite3.connect(foreign)
        base.execute('CREATE TABLE x (y)')
        base.commit()
        base.close()
        damaged = self.spoil('damaged.db', lambda base: None)
        with open(damaged, 'r+b') as file:
            file.seek(4096 * 2)
            file.write(b'\xa5' * 4096 * 3)
        os.mkfifo(self.path('pipe'))
        cases = [(self.file('text', 'hello, world\n' * 400), 'not a yoriai database'), (foreign, 'another program'),
                 (self.spoil('newer.db', lambda base: base.execute('PRAGMA user_version = 999999')), 'newer yoriai'),
                 (damaged, 'damaged'), (self.path('pipe'), 'not an ordinary file'), (self.folder, 'is a folder')]
        for path, pattern in cases:
            before = contents(path)
            # A console is live before it has looked: the head of the file says so.
            head = 100 if path == damaged else 0
            for words in (['list'], ['new', 'X'], ['run'], ['audience'], ['check']):
                self.refused(1, pattern, '--db', path, *words)
            self.assertEqual((contents(path) or b'')[head:], (before or b'')[head:])

    def test_a_name_with_escapes_does_not_reach_the_terminal(self):
        self.refused(1, 'folder|file', 'list', env={'YORIAI_DB': self.file('x', 'x') + '/\x1b[31my.db'})

    def test_a_full_disk_loses_nothing_and_half_makes_nothing(self):
        self.ok('new', 'Kept')
        before = self.exported()
        limit = os.path.getsize(self.db)

        def fill():
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        self.refused(1, 'room', 'new', 'Lost', '--tables', '99', preexec_fn=fill)
        self.assertEqual(self.exported(), before)
        self.assertNotIn('Lost', self.ok('list'))
        self.ok('new', 'Afterwards')
        self.ok('check')

    def test_an_archive_is_read_where_nothing_can_be_written(self):
        self.ok('new', 'Archive')
        os.mkdir(self.path('shelf'))
        self.ok('backup', self.path('shelf/y.db'))
        os.chmod(self.path('shelf/y.db'), 0o444)
        os.chmod(self.path('shelf'), 0o555)
        who = {'user': NOBODY, 'env': {'YORIAI_DB': self.path('shelf/y.db'), 'ASAN_OPTIONS': 'detect_leaks=0'}} if os.getuid() == 0 \
            else {'env': {'YORIAI_DB': self.path('shelf/y.db')}}
        for words in (['list'], ['show'], ['agenda'], ['report'], ['clock', 'status'], ['search', 'x', '--json'], ['screen', 'run'],
                      ['screen', 'audience'], ['export', 'agenda']):
            self.ok(*words, **who)
        for words in (['new', 'X'], ['clock', 'start'], ['log', '--table', '1', 'offer', 'x'], ['run']):
            self.refused(1, 'Cannot write', *words, **who)
        self.assertEqual(os.listdir(self.path('shelf')), ['y.db'])
        os.chmod(self.path('shelf'), 0o755)


class Files(Case):
    def test_a_letter_that_no_step_opens_is_told_of(self):
        self.file('letter.txt', 'ラジオを直しました。')
        for template, told in (('kizuna', True), ('dekimochi', False)):
            code, out, err = self.run_words('new', template, '--template', template, '--letter', 'letter.txt')
            self.assertEqual(code, 0)
            self.assertEqual('opens the letter' in err, told, template)
            self.assertRegex(out, '^[0-9a-z]{16}\n$')

    def test_every_bad_file_is_met_with_a_sentence_and_nothing_is_made(self):
        self.ok('new', 'Kept', '--start', '2030-01-01 10:00')
        os.mkdir(self.path('folder.md'))
        os.mkfifo(self.path('pipe.md'))
        with open(self.path('large.md'), 'wb') as file:
            file.truncate(100 << 20)
        self.file('binary.md', bytes(range(256)) * 16)
        before = self.exported(), self.ok('list')
        for name, pattern in BAD_FILES:
            for words in FILE_WORDS:
                self.refused(1, pattern, *[word.format(name) for word in words])
        for text, pattern in BAD_AGENDAS:
            self.file('bad.md', text)
            self.refused(1, pattern, 'new', 'X', '--template', 'bad.md')
            self.refused(1, pattern, 'import', 'agenda', 'bad.md')
        self.assertEqual((self.exported(), self.ok('list')), before)

    def test_templates_come_back_byte_for_byte(self):
        for lang in ('en', 'ja'):
            for name in ('basic', 'kizuna', 'dekimochi'):
                text = self.ok('--lang', lang, 'templates', name)
                self.file('t.md', text)
                title = re.match('# (.*)', text).group(1)
                workshop = self.ok('new', title, '--template', 't.md').strip()
                self.assertEqual(self.ok('--lang', lang, 'export', 'agenda', workshop), text)

    def test_an_agenda_is_replaced_only_before_it_begins(self):
        self.ok('new', 'X')
        text = '# X\n\n## 10 min One [together]\n\n## 20 min Two [tables]\n'
        self.file('a.md', text)
        before = self.ok('agenda', '--json')
        self.assertIn('2 added', self.ok('import', 'agenda', 'a.md', '--dry-run'))
        self.assertEqual(self.ok('agenda', '--json'), before)
        result = json.loads(self.ok('import', 'agenda', 'a.md', 'X', '--json'))
        self.assertEqual((result['added'], result['removed'], result['refused']), (2, 7, []))
        self.assertEqual([item['title'] for item in json.loads(self.ok('agenda', '--json'))['items']], ['One', 'Two'])
        result = json.loads(self.ok('import', 'agenda', 'a.md', '--json'))
        self.assertEqual((result['added'], result['changed'], result['same'], result['removed']), (0, 0, 2, 0))
        self.ok('clock', 'start')
        self.refused(1, 'has been started', 'import', 'agenda', 'a.md')
        self.ok('check')

    def test_the_same_spreadsheet_again_changes_nothing(self):
        people = 'name,kana,affiliation\n山田花子,やまだはなこ,市役所\n佐藤,さとう,商店\n'
        for encoding in ('utf-8', 'utf-8-sig', 'cp932'):
            self.file('p.csv', people.encode(encoding))
            result = json.loads(self.ok('import', 'people', 'p.csv', '--json'))
            self.assertEqual((result['added'], result['same']), (2, 0) if encoding == 'utf-8' else (0, 2))
        self.file('c.csv', 'number,name,formality\n3,とびら,formal\nx,まるでん,informal\n')
        result = json.loads(self.ok('import', 'cards', 'c.csv', '--json', '--dry-run'))
        self.assertEqual([row['row'] for row in result['refused']], [3])
        self.assertEqual(json.loads(self.ok('export', 'cards', '--format', 'json')), [])


class Log(Case):
    def test_each_line_is_taken_whole_or_refused_by_its_number(self):
        self.ok('new', 'X', '--tables', '2')
        good = '{"table":1,"entry":"step","text":"good %d","when":"soon","formal":["A"],"informal":["B","C"]}'
        lines = []
        for line, _ in LONE_BAD_LINES:
            lines += [line, '', good % len(lines)]
        code, out, err = self.run_words('log', '-', stdin='\n'.join(lines))
        self.assertEqual(code, 1)
        told = re.findall(r'^yoriai: Line (\d+): (.*)$', err, re.M)
        self.assertEqual([int(number) for number, _ in told], list(range(1, len(lines), 3)))
        for (number, sentence), (line, pattern) in zip(told, LONE_BAD_LINES):
            self.assertRegex(sentence, pattern, line)
        steps = json.loads(self.ok('show', '--json'))['tables'][0]['storylines'][0]['steps']
        self.assertEqual([step['id'] for step in steps], out.split())
        self.assertTrue(all([support['name'] for support in step['supports']] == ['A', 'B', 'C'] for step in steps))
        self.ok('check')

    def test_a_thousand_lines_keep_their_order_and_take_seconds(self):
        self.ok('new', 'X', '--tables', '3')
        line = '{"table":%d,"entry":"%s","text":"line %d","informal":["B"]}'
        kinds = ('offer', 'step', 'note')
        out = self.ok('log', '-', stdin='\n'.join(line % (1 + i % 3, kinds[i // 3 % 3], i) for i in range(1000)))
        self.assertEqual(len(set(out.split())), 1000)
        tables = json.loads(self.ok('show', '--json'))['tables']
        for table in tables:
            for rows in (table['offers'], table['storylines'][0]['steps'], table['notes']):
                numbers = [int(row['text'].split()[1]) for row in rows]
                self.assertEqual(numbers, sorted(numbers))
        self.assertEqual(sum(len(table['offers']) for table in tables), 334)
        self.ok('check')

    def test_a_table_of_its_own_is_the_only_one_written_to(self):
        self.ok('new', 'X', '--tables', '2')
        lines = '{"entry":"offer","text":"own"}\n{"table":2,"entry":"offer","text":"other"}\n'
        code, out, err = self.run_words('log', '--table', '1', '-', stdin=lines)
        self.assertEqual((code, len(out.split())), (1, 1))
        self.assertIn('Line 2', err)

    def test_a_support_is_a_cards_number_or_name_or_any_words(self):
        self.file('c.csv', 'number,name,formality\n3,相談窓口「とびら」,formal\n')
        self.ok('import', 'cards', 'c.csv')
        self.ok('new', 'X')
        self.assertRegex(self.ok('log', '--table', '1', 'step', 'S', '--formal', '3', '--mixed', '隣の人'), ID)
        supports = json.loads(self.ok('show', '--json'))['tables'][0]['storylines'][0]['steps'][0]['supports']
        self.assertEqual([(support['name'], support['formality'], support['card'] is None) for support in supports],
                         [('相談窓口「とびら」', 'formal', False), ('隣の人', 'mixed', True)])

    def story(self):
        return json.loads(self.ok('show', '--json'))['tables'][0]['storylines'][0]

    def test_a_step_says_what_the_person_does_and_its_supports_what_they_do_and_to_whom(self):
        self.file('c.csv', 'number,name,formality\n3,相談窓口「とびら」,formal\n')
        self.ok('import', 'cards', 'c.csv')
        self.ok('new', 'X')
        offer = self.ok('log', '--table', '1', 'offer', '戸の外で待てます').strip()
        self.ok('log', '--table', '1', 'step', 'S', '--move', '会釈を返す', '--support', '３', '--mixed', offer, '--action', '待つ',
                '--to', 'カズさん')
        self.ok('log', '-', stdin='{"table":1,"entry":"step","text":"T","move":"笑う","support":["3"],"informal":["戸の外で待てます"],'
                                  '"action":"meet","to":"ハルさん"}')
        steps = self.story()['steps']
        self.assertEqual([step['move'] for step in steps], ['会釈を返す', '笑う'])
        said = [[(support['name'], support['formality'], support['offer'] == offer, support['action'], support['to'])
                 for support in step['supports']] for step in steps]
        self.assertEqual(said, [
            [('相談窓口「とびら」', 'formal', False, 'wait', 'カズさん'), ('戸の外で待てます', 'mixed', True, 'wait', 'カズさん')],
            [('相談窓口「とびら」', 'formal', False, 'meet', 'ハルさん'), ('戸の外で待てます', 'informal', True, 'meet', 'ハルさん')]])
        report = self.ok('--lang', 'ja', 'report')
        self.assertIn('- **本人の動き:** 会釈を返す\n', report)
        self.assertIn('- **F** フォーマル — 相談窓口「とびら」: カズさんを待つ\n', report)
        self.assertIn('- **I** インフォーマル — 戸の外で待てます: ハルさんに会う\n', report)
        self.refused(1, 'meet, listen', 'log', '--table', '1', 'step', 'S', '--action', 'dance')


if __name__ == '__main__':
    unittest.main()
