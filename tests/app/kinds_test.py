"""Kinds of steps as the field's methods have them, from the template to the room's screen. Usage: kinds_test.py YORIAI"""
import json
import re
import unittest

from program import Case

CARE = ('Opening, confidentiality', 'The case', 'Questions, and what we know', 'Sorting out the issues', 'Support, and who does what',
        'The issues of the district', 'Summing up, when to look again')


class Kinds(Case):
    def new(self, *words):
        return self.ok('new', *words, '--start', '2026-11-22 13:00').strip()

    def room(self, *words, size='80x24'):
        """What the room reads: letters that are spaced out for the back row are put together again."""
        page = self.ok('screen', 'audience', '--size', size, *words)
        self.assertTrue(all(len(line.encode('utf-16-le')) // 2 <= int(size.split('x')[0]) for line in page.splitlines()))
        rows = [re.sub(r'(\S) (?=\S)', r'\1', row) if re.search(r'(\S ){4}', row) else row for row in page.splitlines()]
        return '\n'.join(re.sub(r' +', ' ', row).strip() for row in rows)

    def clock(self, *words):
        self.ok('clock', *words)

    def agenda(self):
        return json.loads(self.ok('agenda', '--json'))

    # --- a block a case ---------------------------------------------------------------------------------------------------

    def three_cases(self):
        paths = [self.file(f'case{i}.md', f'# House {i} [架空]\n\nStory of house {i}.\n') for i in (1, 2, 3)]
        return [word for path in paths for word in ('--case', path)]

    def test_a_meeting_on_three_cases_reads_each_in_its_round(self):
        self.new('Care', '--template', 'care-individual', '--tables', '1', *self.three_cases())
        agenda = self.agenda()
        self.assertEqual(agenda['total_s'], (5 + 3 * 80 + 5) * 60)
        self.assertEqual([item['title'] for item in agenda['items']], [CARE[0], *CARE[1:6] * 3, CARE[6]])
        self.assertEqual([item['round'] for item in agenda['items']], [None] + [1] * 5 + [2] * 5 + [3] * 5 + [None])
        self.assertEqual({item['rounds'] for item in agenda['items'][1:-1]}, {3})
        self.clock('start')
        self.clock('shutter', 'off')
        for item in agenda['items'][1:-1]:
            self.clock('next')
            room = self.room()
            self.assertIn(f'Case {item["round"]} of 3', room)
            for house in (1, 2, 3):
                shown = item['kind'] == 'case' and house == item['round']
                self.assertEqual(f'Story of house {house}.' in room, shown, (item, room))
            self.ok('log', '--table', '1', 'note', f'seen in {item["round"]}', '--kind', 'issue')
        self.clock('next')
        self.assertNotIn('Case', self.room())
        self.clock('end')
        report = self.ok('report', '--format', 'md')
        for house in (1, 2, 3):
            self.assertIn(f'## Case {house}: House {house}', report)
            self.assertEqual(report.count(f'seen in {house} (Case {house} of 3)'), 5)
        self.assertEqual([case['number'] for case in json.loads(self.ok('report', '--format', 'json'))['cases']], [1, 2, 3])

    def test_a_morning_of_six_reviews_is_as_long_as_printed(self):
        self.new('Six', '--template', 'care-review', '--cases', '6')
        self.assertEqual(self.agenda()['total_s'], 180 * 60)
        self.assertIn('Questions and advice (Case 6 of 6)', self.ok('agenda'))

    def test_where_a_case_is_missing_no_other_is_shown(self):
        case = self.file('case.md', '# House [架空]\n\nThe only story.\n')
        self.new('Two', '--template', 'care-review', '--cases', '2', '--case', case)
        self.clock('start')
        self.clock('shutter', 'off')
        self.assertIn('The only story.', self.room())
        for _ in range(4):
            self.clock('next')
        self.assertIn('Case 2 of 2', self.room())
        self.assertNotIn('The only story.', self.room())

    def test_what_makes_no_sense_is_refused_and_nothing_is_made(self):
        cases = self.three_cases()
        for words, pattern in ((('--cases', '3'), 'come again for every case'), (('--rounds', '3'), 'come again in rounds'),
                               (('--template', 'care-review', '--cases', '76'), 'at most 300 steps'),
                               (('--template', 'care-review', '--cases', '-1'), 'from 1 to 99 times, not -1'),
                               (('--template', 'care-review', '--cases', '0'), 'from 1 to 99 times, not 0'),
                               (('--template', 'world-cafe', '--rounds', '0'), 'from 1 to 99 times, not 0'),
                               (('--template', 'world-cafe', '--rounds', '100'), 'from 1 to 99 times, not 100'), (('--rounds', '0'), 'come again in rounds'),
                               (('--template', 'care-review', '--cases', '2', *cases), '3 cases are given'),
                               (cases, 'come again for every case'), (('--mode', 'moon'), 'not “moon”'),
                               (('--table', 'a', '--table', 'b', '--tables', '1'), '2 tables are named'),
                               (('--table', 'あ' * 100), 'too long')):
            self.refused(1, pattern, 'new', 'X', *words)
        self.assertEqual(json.loads(self.ok('list', '--json')), [])

    # --- rounds with changes of seats -------------------------------------------------------------------------------------

    def test_a_world_cafe_tells_the_room_its_round_and_who_stays(self):
        self.new('Café', '--template', 'world-cafe', '--tables', '4')
        items = self.agenda()['items']
        self.assertEqual([item['planned_s'] // 60 for item in items], [15, 20, 3, 20, 3, 20, 30, 9])
        self.assertEqual([item['kind'] for item in items[1:6]], ['table', 'move', 'table', 'move', 'table'])
        self.clock('start')
        for number in (1, 2, 3):
            self.clock('next')
            self.assertIn(f'Round {number} of 3', self.room())
            self.ok('log', '--table', '2', 'note', f'round {number}', '--kind', 'idea')
            if number == 3:
                break
            self.clock('next')
            room = self.room()
            self.assertIn(f'next: Round {number + 1} of 3', room)
            self.assertIn('Hosts stay.', room)
        self.clock('next')
        self.assertNotIn('Round', self.room())
        # The sheet stays at its table, whoever sits there.
        notes = json.loads(self.ok('show', '--json'))['tables'][1]['notes']
        self.assertEqual([note['text'] for note in notes], ['round 1', 'round 2', 'round 3'])
        self.assertIn('round 2 (Round 2 of 3)', self.ok('show'))

    def test_a_world_cafe_of_four_rounds(self):
        self.new('Café', '--template', 'world-cafe', '--rounds', '4')
        self.assertEqual(self.agenda()['total_s'], (120 + 23) * 60)

    def test_a_round_is_named_in_one_language(self):
        self.ok('--lang', 'ja', 'new', 'カフェ', '--template', 'world-cafe')
        self.assertIn('（ラウンド 2/3）', self.ok('--lang', 'ja', 'agenda'))
        self.assertIn('(ラウンド 2/3)', self.ok('--lang', 'en', 'agenda'))

    def test_an_agenda_goes_out_and_in_again_as_it_was(self):
        for name in ('world-cafe', 'care-individual', 'family-group', 'two-themes'):
            for lang in ('ja', 'en'):
                text = self.ok('--lang', lang, 'templates', name)
                self.ok('--lang', lang, 'new', text.splitlines()[0][2:], '--template', self.file('a.md', text))
                ident = json.loads(self.ok('list', '--json'))[-1]['id']
                self.assertEqual(self.ok('--lang', lang, 'export', 'agenda', ident), text)

    # --- family time ------------------------------------------------------------------------------------------------------

    def test_the_family_has_a_calm_word_and_the_facilitator_the_clock(self):
        self.new('Family', '--template', 'family-group')
        self.clock('start')
        self.clock('next')
        self.assertEqual(self.room().strip(), 'Take your time.')
        self.clock('pause')
        self.assertEqual(self.room().strip(), 'Take your time.')
        self.clock('resume')
        run = self.ok('screen', 'run')
        self.assertRegex(run, 'open length')
        self.assertIn('a calm word and nothing else', run)
        self.assertRegex(run, '█')
        self.clock('message', 'Tea is ready.')
        self.assertIn('Tea is ready.', self.room())
        status = json.loads(self.ok('clock', 'status', '--json'))
        self.assertIsNone(status['item']['remaining_s'])
        self.assertEqual(status['item']['face'], 'blank')
        self.clock('next')
        self.assertRegex(self.ok('screen', 'audience'), '█')

    def test_a_step_without_a_clock_keeps_its_words(self):
        path = self.file('a.md', '# T\n\n## 10 min Think [individual, no clock]\n\nThree small things.\n')
        self.new('Still', '--template', path)
        self.clock('start')
        room = self.room(size='40x12')
        self.assertIn('Think', room)
        self.assertIn('Three small things.', room)
        self.assertNotRegex(room, r'\d:\d\d|█')
        self.assertRegex(self.ok('screen', 'run'), 'shut: no clock')

    # --- themes and rooms -------------------------------------------------------------------------------------------------

    def test_groups_online_are_told_their_rooms(self):
        self.new('Two', '--template', 'two-themes', '--mode', 'online', '--table', 'Looking back → Cherry', '--table', 'Hopes -> Maple')
        shown = json.loads(self.ok('show', '--json'))
        self.assertEqual(shown['mode'], 'online')
        self.assertEqual([(table['theme'], table['room']) for table in shown['tables']], [('Looking back', 'Cherry'), ('Hopes', 'Maple')])
        self.clock('start')
        self.assertNotIn('Cherry', self.room())
        for _ in range(2):
            self.clock('next')
        for _ in range(2):  # as they part, and as they talk
            self.assertIn('Looking back → break-out room “Cherry”\nHopes → break-out room “Maple”', self.room())
            self.clock('next')
        self.assertNotIn('Maple', self.room())
        self.assertIn('Hopes → Maple', self.ok('screen', 'run', '--size', '120x36'))
        self.assertIn('Hopes → Maple', self.ok('screen', 'scribe', '--table', '2').splitlines()[0])
        report = self.ok('report', '--format', 'md')
        self.assertIn('### Table 2 Hopes → Maple', report)
        self.assertIn('online', report)

    def test_a_hybrid_room_has_tables_and_break_out_rooms(self):
        self.new('Hybrid', '--template', 'two-themes', '--mode', '併用', '--table', 'Hopes', '--table', '→ Maple', '--tables', '3')
        self.clock('start')
        self.clock('next')
        self.clock('next')
        self.assertIn('Hopes → Table 1\nbreak-out room “Maple”\nTable 3', self.room())

    def test_an_imported_agenda_renames_the_tables_it_names(self):
        self.new('Two', '--template', 'two-themes', '--tables', '3')
        text = self.ok('export', 'agenda').replace('- → Cherry\n- → Maple\n-\n', '- Hopes → Cherry\n-\n-\n- → Oak\n')
        self.ok('import', 'agenda', self.file('a.md', text))
        tables = json.loads(self.ok('show', '--json'))['tables']
        self.assertEqual([(table['theme'], table['room']) for table in tables], [('Hopes', 'Cherry'), (None, None), (None, None), (None, 'Oak')])
        self.ok('import', 'agenda', self.path('a.md'))
        self.assertEqual(self.ok('export', 'agenda'), text)

    # --- the scribe -------------------------------------------------------------------------------------------------------

    def test_the_step_opens_its_part_of_the_sheet(self):
        path = self.file('a.md', '# T\n\n## 5 min a [individual]\n\n## 5 min b [tables]\n\n## 5 min c [case reading]\n\n## 5 min d [break]\n')
        self.new('Parts', '--template', path)
        bars = []
        for press in ('start', 'next', 'next'):
            self.clock(press)
            page = self.ok('screen', 'scribe', '--table', '1')
            bars.append(next(line for line in page.splitlines() if line.startswith('>')))
        for bar, part in zip(bars, ('Offers', 'Story', 'Notes')):
            self.assertRegex(bar, f'(?i){part[:4]}|can do' if part == 'Offers' else f'(?i){part}')


unittest.main(verbosity=0)
