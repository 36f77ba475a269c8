"""Paper as the command line writes it: what is printed for the day, and for whom."""
import json
import os
import stat
import unittest

from program import Case

PAPERS = 'cards tables agenda scribe order people contacts leaflet case letter'.split()
CARDS = 'number,name,kind,formality,strength\n1,相談窓口「とびら」,service,formal,待つこと\n2,喫茶「なぎ」,place,informal,黙っていてもいい席\n'
SECRET = '待っています。'


class Paper(Case):
    def setUp(self):
        super().setUp()
        case = self.file('case.md', '# ラジオの音がする家 [架空]\n\n川端の古い家。\n')
        letter = self.file('letter.md', '# カズさんから\n\nラジオを直しました。' + SECRET + '\n')
        self.ok('new', '物語の会', '--template', 'dekimochi', '--tables', '2', '--start', '2026-12-05 13:30', '--case', case, '--letter', letter)
        self.ok('import', 'cards', self.file('cards.csv', CARDS))

    def paper(self, name, *words):
        return self.ok('paper', name, *words)

    def test_what_there_is_to_print_is_listed_with_its_readers(self):
        self.assertEqual([line.split('\t')[0] for line in self.ok('paper').splitlines()], PAPERS)
        rows = json.loads(self.ok('paper', '--json'))
        self.assertEqual([row['name'] for row in rows], PAPERS)
        self.assertEqual([row['name'] for row in rows if row['sealed']], ['letter'])
        self.assertEqual({row['profile'] for row in rows}, {'public', 'partners', 'internal'})

    def test_a_paper_is_a_document_of_its_own_on_paper_of_its_owner_alone(self):
        page = self.paper('cards')
        self.assertTrue(page.startswith('<!DOCTYPE html>\n<html lang="en">') and page.endswith('</html>\n'), page)
        self.assertEqual(page.count('<article class="card'), 2)
        self.assertIn('<html lang="ja">', self.ok('--lang', 'ja', 'paper', 'cards'))
        self.assertIn('待つこと', page)
        self.ok('paper', 'cards', '-o', self.path('cards.html'))
        self.assertEqual(stat.S_IMODE(os.stat(self.path('cards.html')).st_mode), 0o600)
        with open(self.path('cards.html'), encoding='utf-8') as file:
            self.assertEqual(file.read(), page)

    def test_all_go_into_a_folder_but_the_letter(self):
        told = self.ok('paper', 'all', '-o', self.path('out', 'paper'))
        written = sorted(os.listdir(self.path('out', 'paper')))
        # Nobody is invited: there is no list at the door, and none of contacts.
        self.assertEqual(written, sorted(f'{name}.html' for name in PAPERS if name not in ('people', 'contacts', 'letter')))
        self.assertIn('%d papers' % len(written), told)
        for name in written:
            with open(self.path('out', 'paper', name), encoding='utf-8') as file:
                self.assertNotIn(SECRET, file.read())
        self.refused(2, 'say which with -o', 'paper', 'all')
        self.assertEqual(stat.S_IMODE(os.stat(self.path('out', 'paper')).st_mode), 0o700)

    def test_the_letter_is_printed_for_who_asks_for_it(self):
        self.assertIn(SECRET, self.paper('letter'))
        for name in PAPERS[:-1]:
            if name not in ('people', 'contacts'):
                self.assertNotIn(SECRET, self.paper(name))

    def test_the_public_reads_no_cue(self):
        cue = json.loads(self.exported('--format', 'json'))['items'][0]['cue'].split('\n')[0]
        self.assertIn(cue, self.paper('agenda'))
        for name in ('leaflet', 'order', 'tables', 'scribe'):
            self.assertNotIn(cue, self.paper(name))

    def test_what_cannot_be_printed_is_said(self):
        self.refused(2, 'no paper “poster”; there are: cards', 'paper', 'poster')
        self.refused(1, 'There are no people yet', 'paper', 'people')
        self.refused(1, 'Nobody has agreed', 'paper', 'contacts')
        self.refused(1, 'no workshop “nosuch”', 'paper', 'agenda', 'nosuch')
        self.refused(1, 'Cannot write', 'paper', 'agenda', '-o', '/nonexistent/a.html')


unittest.main(verbosity=2)
