"""Files that are no database of ours, or no longer one: the program says so in a sentence and leaves them, and its own, as they are.
Usage: hostile_test.py YORIAI"""
import os
import random
import shutil
import sqlite3
import time
import unittest

from program import Case

PATIENCE_S = 20
PAGE = 4096


class Hostile(Case):
    def setUp(self):
        super().setUp()
        self.ok('new', 'The radio', '--tables', '2')
        self.ok('log', '--table', '1', 'offer', 'a lift')
        self.good = self.path('good.db')
        self.ok('backup', self.good)
        self.before = self.ok('show', '--json')

    def changed(self, name, *sentences):
        """A copy of the good file that a stranger has worked on."""
        path = self.path(name)
        shutil.copy(self.good, path)
        stranger = sqlite3.connect(path)
        for sentence in sentences:
            stranger.execute(sentence)
        stranger.commit()
        stranger.close()
        return path

    def cut(self, name, length):
        with open(self.good, 'rb') as good:
            return self.file(name, good.read()[:length])

    def bytes_of(self, path):
        with open(path, 'rb') as file:
            return file.read()

    def refuses(self, path, *words):
        """Within a while, by a sentence, without touching either file."""
        before = self.bytes_of(path)
        start = time.monotonic()
        self.refused(1, '^yoriai: ', *words)
        self.assertLess(time.monotonic() - start, PATIENCE_S, words)
        self.assertEqual(self.bytes_of(path), before, words)

    def strangers(self):
        return [
            self.file('text', 'こわれたラジオ\n' * 500),
            self.file('head', b'SQLite format 3\0' + bytes(5000)),
            self.file('noise', random.Random(1).randbytes(3 * PAGE)),
            self.changed('newer', 'PRAGMA user_version = 99999'),
            self.changed('other', 'PRAGMA application_id = 7'),
        ]

    def test_what_is_not_ours_is_neither_opened_nor_taken_in(self):
        for path in self.strangers():
            with self.subTest(path=os.path.basename(path)):
                self.refuses(path, 'merge', path)
                self.refuses(path, '--db', path, 'show')
                self.refuses(path, '--db', path, 'log', '--table', '1', 'offer', 'x')
        self.assertEqual(self.ok('show', '--json'), self.before)

    def test_a_view_or_a_trigger_in_the_place_of_the_log_is_not_run(self):
        view = self.changed('view', 'ALTER TABLE fact RENAME TO was',
                            'CREATE VIEW fact AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n FROM r) SELECT n AS seq FROM r')
        self.refuses(view, 'merge', view)
        trigger = self.changed('trigger', 'CREATE TRIGGER t AFTER INSERT ON fact BEGIN DELETE FROM offer; END')
        self.ok('merge', trigger)
        self.ok('--db', trigger, 'log', '--table', '1', 'offer', 'another lift')
        self.assertIn('a lift', self.ok('--db', trigger, 'show', '--json'))
        self.assertIn('"ok":false', self.run_words('--db', trigger, 'check', '--json')[1])
        self.assertEqual(self.ok('show', '--json'), self.before)

    def test_a_file_cut_short_anywhere_changes_nothing(self):
        size = os.path.getsize(self.good)
        for length in sorted({0, 1, 100, PAGE - 1, PAGE, size // 2, size - PAGE}):
            with self.subTest(length=length):
                path = self.cut('cut%d' % length, length)
                self.refuses(path, 'merge', path)
        self.assertEqual(self.ok('show', '--json'), self.before)

    def test_a_page_of_noise_anywhere_changes_nothing(self):
        dice = random.Random(int(os.environ.get('YORIAI_SEED', '20')))
        good = self.bytes_of(self.good)
        for page in dice.sample(range(len(good) // PAGE), 12):
            with self.subTest(page=page):
                spoilt = good[:page * PAGE] + dice.randbytes(PAGE) + good[(page + 1) * PAGE:]
                code, _, said = self.run_words('merge', self.file('page%d' % page, spoilt))
                self.assertIn(code, (0, 1), said)
                self.assertNotIn('Sanitizer', said)
                # What was not read at all may be spoilt; what came in is what was there.
                self.assertEqual(self.ok('show', '--json'), self.before)


if __name__ == '__main__':
    unittest.main()
