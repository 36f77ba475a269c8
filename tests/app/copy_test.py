"""A workshop taken along as a file, worked on elsewhere, and taken in again: in any order, as often as one likes, with one result; and
what is no such file is refused in a sentence. Usage: copy_test.py YORIAI"""
import itertools
import json
import os
import resource
import stat
import unittest

from program import NOBODY, Case

PRIVATE = '^yoriai: this holds what is private'


class Copies(Case):
    def setUp(self):
        super().setUp()
        self.file('letter.txt', 'SEALEDLETTER\n')
        self.ok('new', 'Radio', '--tables', '3', '--template', 'dekimochi', '--letter', 'letter.txt')
        self.ok('log', '--table', '1', 'offer', 'a lift')

    def export(self, name, *words, what='all', **options):
        code, out, err = self.run_words('export', what, '-o', self.path(name), *words, **options)
        self.assertEqual((code, out), (0, ''))
        self.assertRegex(err, PRIVATE)
        return err

    def at(self, name):
        """A laptop of its own: its database, and who stamps there."""
        return {'env': {'YORIAI_DB': self.path(name + '.db'), 'XDG_STATE_HOME': self.path(name + '.state')}}

    def merge(self, *names, **options):
        return json.loads(self.ok('merge', '--json', *(self.path(name) for name in names), **options))

    def facts(self, **options):
        code, out, _ = self.run_words('export', 'all', **options)
        self.assertEqual(code, 0)
        return sorted(json.dumps(fact, sort_keys=True) for fact in json.loads(out)['facts'])

    def test_an_export_is_worked_on_in_a_fresh_database_and_comes_home(self):
        self.export('out.json')
        scribe = self.at('scribe')
        self.refused(1, 'merge FILE.json', '--db', self.path('out.json'), 'show')
        self.merge('out.json', **scribe)
        self.ok('log', '--table', '3', 'offer', 'cat food', **scribe)
        self.ok('log', '--table', '1', 'offer', 'tea')
        self.export('back.json', **scribe)
        self.assertEqual(self.merge('back.json')['facts_new'], 1)
        self.assertEqual(self.merge('back.json', 'scribe.db', 'back.json')['facts_new'], 0)
        tables = json.loads(self.ok('show', '--json'))['tables']
        self.assertEqual([[offer['text'] for offer in table['offers']] for table in tables], [['a lift', 'tea'], [], ['cat food']])
        self.ok('check')
        self.ok('check', **scribe)

    def test_three_copies_of_one_field_end_in_one_result_whatever_the_order(self):
        self.export('out.json')
        for name in ('a', 'b', 'c'):
            self.merge('out.json', **self.at(name))
            self.ok('plan', '--venue', 'venue ' + name, **self.at(name))
            self.export(name + '.json', **self.at(name))
        results = []
        for number, order in enumerate(itertools.permutations(('a.json', 'b.db', 'c.json'))):
            home = self.at('home%d' % number)
            self.merge('out.json', **home)
            for name in order + order[:1]:
                said = self.ok('merge', self.path(name), **home)
            results.append((self.facts(**home), json.loads(self.ok('show', '--json', **home))))
        self.assertTrue(all(result == results[0] for result in results))
        self.assertIn('here already', said)

    def test_both_versions_are_told_by_name(self):
        self.export('out.json')
        scribe = self.at('scribe')
        self.merge('out.json', **scribe)
        self.ok('plan', '--venue', 'the hall')
        self.ok('plan', '--venue', 'the library', **scribe)
        self.export('back.json', **scribe)
        said = self.ok('merge', self.path('back.json'))
        self.assertRegex(said, 'workshop “Radio”, venue')
        self.assertEqual(self.merge('back.json')['conflicts'], 0)
        self.assertIn('the hall', said)
        self.assertIn('the library', said)

    def test_what_both_changed_is_told_in_peoples_words(self):
        self.export('out.json')
        scribe = self.at('scribe')
        self.merge('out.json', **scribe)
        self.ok('plan', '--start', '2031-01-02 10:00', '--mode', 'online', **scribe)
        self.ok('plan', '--start', '2031-01-03 10:30', '--mode', 'hybrid')
        said = self.ok('--lang', 'ja', 'merge', '--dry-run', self.path('scribe.db'))
        self.assertRegex(said, '会「Radio」の 開始.*2031年.*1月2日.* 10:00.*1月3日.* 10:30|会「Radio」の 開始.*1月3日.* 10:30.*1月2日.* 10:00')
        self.assertNotRegex(said, 'start_ms|mode|online|hybrid')
        self.assertEqual(self.merge('scribe.db')['conflicts'], 2)

    def test_the_letter_stays_until_its_step_and_a_card_of_a_person_without_consent(self):
        self.file('cards.csv', 'name,kind\nPERSONSNAME,person\nThe library,place\n')
        self.ok('import', 'cards', self.path('cards.csv'))
        for what in ('all', 'everything'):
            said = self.export('out.json', what=what)
            self.assertIn('1 letters stay here', said)
            self.assertIn('1 cards of persons stay here', said)
            with open(self.path('out.json')) as file:
                text = file.read()
            self.assertNotIn('SEALEDLETTER', text)
            self.assertNotIn('PERSONSNAME', text)
            self.assertIn('The library', text)

    def test_everything_is_all_workshops(self):
        self.ok('new', 'Second', '--tables', '1')
        self.export('all.json', what='everything')
        other = self.at('other')
        self.merge('all.json', **other)
        self.assertEqual([row['title'] for row in json.loads(self.ok('list', '--json', **other))],
                         [row['title'] for row in json.loads(self.ok('list', '--json'))])
        self.refused(2, 'usage', 'export', 'everything', '1')
        self.refused(2, 'JSON only', 'export', 'everything', '--format', 'csv')

    def test_the_file_is_for_its_owner_only(self):
        before = os.umask(0o022)
        self.addCleanup(os.umask, before)
        self.export('out.json')
        self.assertEqual(stat.S_IMODE(os.stat(self.path('out.json')).st_mode), 0o600)


    def test_no_slip_of_the_finger_writes_over_a_database_or_over_what_is_nowhere_else(self):
        self.ok('backup', self.path('copy.db'))
        self.export('copy.json')
        scribe = self.at('scribe')
        self.merge('copy.json', **scribe)
        self.ok('log', '--table', '3', 'offer', 'cat food', **scribe)
        self.export('copy.json', **scribe)
        self.ok('--db', self.path('copy.db'), 'log', '--table', '3', 'offer', 'a song')
        before = self.ok('show', '--json')
        for path in (self.db, self.path('copy.db')):
            for words in (['report'], ['export', 'all'], ['export', 'cards'], ['export', 'agenda'], ['paper', 'tables'],
                          ['export', 'cards', '--format', 'hsds']):
                self.refused(1, 'folder|Not a directory|is a database|not here', *words, '-o', path)
        for words in (['import', 'people', self.db], ['import', 'agenda', self.db], ['merge', self.db]):
            self.refused(1, 'itself', *words)
        for words in (['backup', self.path('copy.db')], ['export', 'all', '-o', self.path('copy.json')],
                      ['export', 'everything', '-o', self.path('copy.json')]):
            self.refused(1, 'not here', *words)
        self.assertEqual(self.ok('show', '--json'), before)
        self.assertEqual(self.merge('copy.json', 'copy.db')['facts_new'], 2)
        self.ok('backup', self.path('copy.db'))
        self.export('copy.json')

    def test_what_is_no_whole_copy_is_refused_in_a_sentence_and_changes_nothing(self):
        self.export('good.json')
        with open(self.path('good.json'), 'rb') as file:
            good = file.read()
        os.mkdir(self.path('folder'))
        os.mkfifo(self.path('pipe'))
        os.symlink(self.path('good.json'), self.path('link'))
        with open(self.path('huge'), 'wb') as file:
            file.write(b'{"format":"yoriai","facts":[')
            file.truncate(600 << 20)
        cases = [
            (self.file('half', good[:len(good) // 2]), 'breaks off in line'), (self.file('empty', b''), 'empty'),
            (self.file('flipped', good.replace(b'a lift', b'a life')), 'changed by hand'),
            (self.file('newer', good.replace(b'"version": 1', b'"version": 7')), 'newer yoriai'),
            (self.file('foreign', '{"name": "other", "dependencies": {}}'), 'no copy that can be taken in'),
            (self.file('unknown', good.replace(b'"version"', b'"\\u202e\\u001b[31mcolour"')), 'knows no'),
            (self.file('cards', self.ok('export', 'cards', '--format', 'json')), 'no copy that can be taken in'),
            (self.path('folder'), 'folder'), (self.path('pipe'), 'not an ordinary file'), (self.path('link'), 'is a link'),
            (self.path('huge'), 'too large'), (self.path('nothing'), 'nothing'), ('/dev/zero', 'not an ordinary file'),
        ]
        before = self.facts()
        for path, pattern in cases:
            with self.subTest(path=path):
                self.refused(1, pattern, 'merge', path)
                self.assertEqual(self.facts(), before)
        self.assertEqual(self.ok('check').count('ok '), self.ok('check').count('\n'))

    def test_a_full_disk_takes_in_all_or_nothing(self):
        self.export('out.json')
        scribe = self.at('scribe')
        self.merge('out.json', **scribe)
        entry = json.dumps({'table': 3, 'entry': 'note', 'kind': 'idea', 'text': 'long ' * 400}) + '\n'
        self.ok('log', '-', stdin=entry * 200, **scribe)
        self.export('back.json', **scribe)
        before, limit = self.facts(), os.path.getsize(self.db) + 65536

        def fill():
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        for name in ('back.json', 'scribe.db'):
            self.refused(1, 'No room left', 'merge', self.path(name), preexec_fn=fill)
            self.assertEqual(self.facts(), before)
        self.assertEqual(self.merge('back.json')['facts_new'], 200)
        self.ok('check')

    @unittest.skipUnless(os.getuid() == 0, 'only root can become somebody who may not read')
    def test_what_may_not_be_read_is_said(self):
        self.export('mine.json')
        os.mkdir(self.path('theirs'))
        os.chown(self.path('theirs'), NOBODY, NOBODY)
        theirs = {'user': NOBODY, 'env': {'YORIAI_DB': self.path('theirs/y.db'), 'HOME': self.path('theirs'), 'ASAN_OPTIONS': 'detect_leaks=0'}}
        self.refused(1, 'mine.json', 'merge', self.path('mine.json'), **theirs)


if __name__ == '__main__':
    unittest.main()
