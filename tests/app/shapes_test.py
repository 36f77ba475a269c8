"""What comes out, member by member: the JSON of cli.md, reports, screens as of a time, the demo. Usage: shapes_test.py YORIAI"""
import datetime
import glob
import json
import os
import re
import unittest

from program import Case


class Text(str):
    """A value that must be text of this form."""


ID = Text('[0-9a-z]{16}')
TIME = Text(r'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d')
WORDS = Text('.+')
STATE = Text('planned|running|paused|ended')


class Maybe:
    """What may be null."""

    def __init__(self, shape):
        self.shape = shape


STRICTNESS = Text('gentle|strict|unhurried')
FIXED = {'fixed_start': Maybe(TIME), 'fixed_end': Maybe(TIME), 'squeezed': bool}
ITEM = FIXED | {
    'position': int, 'title': WORDS, 'kind': WORDS, 'strictness': STRICTNESS, 'planned_s': int, 'adjust_s': int, 'pauses_s': int,
    'active_s': int, 'remaining_s': int, 'overtime_s': int}
STATUS = {'workshop': ID, 'state': STATE, 'delta_s': int, 'slack_s': int, 'forecast_end': Maybe(TIME), 'item': Maybe(ITEM)}
AGENDA = {'workshop': ID, 'total_s': int, 'items': [FIXED | {
    'position': int, 'title': WORDS, 'kind': WORDS, 'strictness': STRICTNESS, 'planned_s': int,
    'status': Text('waiting|running|done|skipped'), 'planned_start': TIME, 'forecast_start': Maybe(TIME),
    'forecast_end': Maybe(TIME), 'actual_start': Maybe(TIME), 'actual_end': Maybe(TIME), 'attempts': int, 'actual_s': Maybe(int),
    'difference_s': Maybe(int), 'last_time': Maybe({'status': Text('done|skipped'), 'planned_s': int, 'actual_s': int})}]}
LIST = [{'id': ID, 'number': int, 'title': WORDS, 'start': TIME, 'state': STATE, 'tables': int}]
COUNTS = {'offers': int, 'steps': int, 'supports': int, 'formal': int, 'informal': int, 'mixed': int}
SHOW = {'id': ID, 'title': WORDS, 'state': STATE, 'counts': COUNTS, 'tables': [{
    'number': int, 'name': Maybe(WORDS), 'state': WORDS,
    'offers': [{'id': ID, 'text': WORDS, 'by': Maybe(WORDS), 'scope': Maybe(int), 'need': Maybe(WORDS)}],
    'storylines': [{'id': ID, 'title': Maybe(WORDS), 'steps': [{
        'id': ID, 'position': int, 'when': Maybe(WORDS), 'text': WORDS,
        'supports': [{'name': WORDS, 'formality': Maybe(Text('formal|informal|mixed')), 'card': Maybe(WORDS)}]}]}],
    'notes': [{'id': ID, 'kind': WORDS, 'text': WORDS}]}]}
SEARCH = [{'in': Text('cards|people|steps|offers'), 'id': ID, 'workshop': Maybe(ID), 'table': Maybe(int), 'text': WORDS}]
CHECK = {'ok': bool, 'checks': [{'name': WORDS, 'ok': bool, 'detail': str}]}
REFIT = {'deficit_s': int, 'overrun_s': int, 'lack_s': int, 'lack_left_s': int, 'items': [{
    'position': int, 'before_s': int, 'after_s': int, 'minimum_s': int, 'protected': bool}]}
IMPORT = {'added': int, 'changed': int, 'same': int, 'refused': [{'row': int, 'reason': WORDS}]}

AGENDA_FILE = '# L\n\n## 5 min Opening [together]\n\n> PRIVATECUE\n\n## 5 min The letter [letter]\n\nListen.\n\n## 5 min End [together]\n'


class Shapes(Case):
    def fits(self, value, shape, at='$'):
        """More members may be there; those of the shape must be, and be of their kind."""
        if isinstance(shape, Maybe):
            return value is None or self.fits(value, shape.shape, at)
        if isinstance(shape, Text):
            self.assertRegex(value, '^(%s)$' % shape, at)
        elif isinstance(shape, dict):
            self.assertLessEqual(set(shape), set(value), at)
            for name in shape:
                self.fits(value[name], shape[name], at + '.' + name)
        elif isinstance(shape, list):
            self.assertIsInstance(value, list, at)
            self.assertTrue(value, at + ' is empty and tells nothing')
            for element in value:
                self.fits(element, shape[0], at + '[]')
        else:
            self.assertIs(type(value), shape, at)

    def make_one(self):
        self.file('a.md', AGENDA_FILE)
        self.file('letter.txt', '# SEALEDSENDER\nSEALEDLETTER\n')
        self.file('case.txt', '# T [fictional]\nA case.\n')
        self.file('p.csv', 'name,kana\nPRIVATEPERSON,x\n,y\n')
        self.fits(json.loads(self.ok('import', 'people', 'p.csv', '--json')), IMPORT)
        self.fits(json.loads(self.ok('new', 'L', '--template', 'a.md', '--letter', 'letter.txt', '--case', 'case.txt', '--tables', '1',
                                     '--end', '23:59', '--json')), {'id': ID})
        self.fits(json.loads(self.ok('log', '--table', '1', 'offer', 'tea', '--by', 'ROOMONLYNAME', '--json')), {'id': ID})
        self.ok('log', '--table', '1', 'step', 'tea at noon', '--when', 'soon', '--formal', 'City', '--informal', 'Aunt', '--mixed', 'Club')
        self.ok('log', '--table', '1', 'note', 'hm', '--kind', 'question')

    def test_every_shape_has_its_members(self):
        self.make_one()
        self.ok('clock', 'start')
        self.ok('clock', 'add', '-2')
        for words, shape in ((['clock', 'status'], STATUS), (['agenda'], AGENDA), (['list'], LIST), (['show'], SHOW),
                             (['search', 'ＴＥＡ'], SEARCH), (['check'], CHECK)):
            self.fits(json.loads(self.ok(*words, '--json')), shape, ' '.join(words))
        status = json.loads(self.ok('clock', 'status', '--json'))
        self.assertEqual((status['item']['planned_s'], status['item']['adjust_s']), (300, -120))
        self.assertEqual(json.loads(self.ok('show', '--json'))['counts']['mixed'], 1)
        json.loads(self.ok('report', '--format', 'json'))
        json.loads(self.exported())

    def test_the_clock_tells_at_once_what_was_done_from_outside(self):
        self.make_one()

        def status():
            told = json.loads(self.ok('clock', 'status', '--json'))
            return told['state'], told['item'] and told['item']['position']
        for verb, wanted in (('start', ('running', 1)), ('pause', ('paused', 1)), ('resume', ('running', 1)), ('next', ('running', 2)),
                             ('back', ('running', 1)), ('undo', ('running', 2)), ('skip', ('running', 3)), ('next', ('ended', None)),
                             ('undo', ('running', 3)), ('end', ('ended', None))):
            self.ok('clock', verb)
            self.assertEqual(status(), wanted, verb)

    def test_a_refit_is_shown_applied_and_taken_back(self):
        self.file('a.md', '# T\n\n## 10 min A\n\n## 20 min B [at least 15 min]\n\n## 10 min C [protected]\n')
        self.ok('new', 'Late', '--template', 'a.md', '--start', '2001-01-01 10:00', '--end', '10:30')
        self.ok('clock', 'start')

        def refit(*words):
            told = json.loads(self.ok('clock', 'refit', '--json', *words))
            self.fits(told, REFIT)
            return [(item['position'], item['before_s'], item['after_s'], item['protected']) for item in told['items']]
        proposal = [(2, 1200, 900, False), (3, 600, 600, True)]
        self.assertEqual(refit(), proposal)
        self.assertEqual(refit('--apply'), proposal)
        self.assertEqual(refit('--apply'), [(2, 900, 900, False), (3, 600, 600, True)])
        self.assertIn('may be shortened', self.ok('clock', 'refit'))
        self.ok('clock', 'undo')
        self.assertRegex(self.ok('clock', 'refit'), r'leave .+ over\.\nno\tbefore\tafter\tstep\n2\t20 min\t15 min\tB\n3\t10 min\t10 min\tC\n$')
        self.ok('clock', 'end')
        self.assertEqual(self.ok('clock', 'refit', '--apply'), 'Everything fits; nothing needs to be shortened.\n')

    def test_the_letter_and_what_is_private_stay_where_they_belong(self):
        self.make_one()

        def room():
            return ''.join(self.ok(*words) for words in (['screen', 'audience', '--size', '120x36'], ['screen', 'scribe'], ['screen', 'home']))

        def public():
            return ''.join(self.ok(*words) for words in (['report'], ['report', '--format', 'json']))
        self.ok('clock', 'start')
        self.ok('screen', 'audience')
        for mark in ('PRIVATECUE', 'PRIVATEPERSON', 'ROOMONLYNAME', 'SEALED'):
            self.assertNotIn(mark, self.ok('screen', 'audience', '--size', '120x36'))
            self.assertNotIn(mark, public())
        for words in (['show', '--json'], ['show'], ['agenda', '--json'], ['export', 'agenda'], ['clock', 'status', '--json'],
                      ['search', 'SEALED', '--json'], ['report', '--format', 'json']):
            self.assertNotIn('SEALED', self.ok(*words), words)
        self.assertNotIn('SEALED', room())
        self.assertIn('ROOMONLYNAME', self.ok('show'))
        self.ok('clock', 'next')
        self.assertNotIn('PRIVATE', room() + public())

    def test_a_screen_shows_the_clock_as_of_its_time(self):
        day = datetime.datetime.now() - datetime.timedelta(days=1)
        self.ok('new', 'Yesterday', '--template', 'basic', '--start', day.strftime('%Y-%m-%d 10:00'))
        before = self.ok('screen', 'run', '--at', '10:03:00')
        self.ok('clock', 'start')
        self.ok('clock', 'message', 'LATEWORD')
        self.assertEqual(self.ok('screen', 'run', '--at', '10:03:00'), before)
        self.assertIn('LATEWORD', self.ok('screen', 'run'))
        for name in ('home', 'run', 'audience', 'scribe', 'help'):
            for size in ((40, 12), (80, 24), (120, 36)):
                rows = self.ok('screen', name, '--size', '%dx%d' % size).split('\n')
                self.assertEqual(len(rows), size[1] + 1, name)
            self.assertIn('<svg', self.ok('screen', name, '--format', 'svg'))
            self.assertIn('\x1b[', self.ok('screen', name, '--format', 'ansi'))
        self.assertIn('40 columns', self.ok('screen', 'run', '--size', '20x5').replace('\n', ' '))

    def test_the_demo_prints_its_screens_and_its_report_and_leaves_nothing(self):
        os.mkdir(self.path('tmp'))
        out = self.ok('demo', env={'TMPDIR': self.path('tmp')})
        self.assertEqual(re.findall('^=== (.*) ===$', out, re.M),
                         ['home', 'plan', 'people', 'cards', 'needs', 'audience-case', 'run', 'line', 'audience', 'scribe', 'audience-story',
                          'audience-picture', 'report'])
        self.assertEqual(glob.glob(self.path('tmp', '*')), [])
        self.assertFalse(os.path.exists(self.db))


if __name__ == '__main__':
    unittest.main()
