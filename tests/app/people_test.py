"""The people of a workshop from lists and back, as the command line has them. Usage: people_test.py YORIAI"""
import csv
import io
import json
import unittest

from program import Case

LIST = '''お名前,よみ,所属先,立場,お返事,声をかけた人,次回連絡,写真の同意
森 花子,もり はなこ,川端三丁目,市民,参加,鈴木,2026/11/20,○
林 次郎,はやし じろう,丘の上病院,医療,依頼中,鈴木,令和8年11月30日,
木村 茂,きむら しげる,自治会,民生委員,,佐藤,46010,
'''


class People(Case):
    def new(self, title='Circle', start='2026-12-01 13:30'):
        return self.ok('new', title, '--start', start).strip()

    def take(self, *words, text=LIST):
        return json.loads(self.run_words('import', 'people', self.file('people.csv', text), *words, '--json')[1])

    def people(self, workshop='Circle'):
        return {person['name']: person for person in json.loads(self.ok('export', 'people', workshop, '--format', 'json'))}

    def test_a_list_invites_its_people_and_again_changes_nothing(self):
        self.new()
        told = self.take('Circle')
        self.assertEqual([told[word] for word in ('added', 'changed', 'same', 'invited')], [3, 0, 0, 3])
        told = self.take('Circle')
        self.assertEqual([told[word] for word in ('added', 'changed', 'same', 'invited')], [0, 0, 3, 0])
        people = self.people()
        self.assertEqual([people[name]['next_on'] for name in ('森 花子', '林 次郎', '木村 茂')],
                         ['2026-11-20', '2026-11-30', '2025-12-19'])
        self.assertEqual((people['森 花子']['status'], people['森 花子']['consent_photo']), ('coming', 1))
        self.assertEqual((people['林 次郎']['consent_photo'], people['林 次郎']['consent_contact']), (0, 0))

    def test_what_is_exported_comes_in_again_in_both_languages_and_nothing_changes(self):
        self.new()
        self.take('Circle')
        for lang in ('en', 'ja'):
            text = self.ok('--lang', lang, 'export', 'people', 'Circle')
            told = self.take('Circle', text=text)
            self.assertEqual([told[word] for word in ('added', 'changed', 'same', 'invited')], [0, 0, 3, 0])
            self.assertEqual(told['refused'], [])
            self.assertEqual(self.ok('--lang', lang, 'export', 'people', 'Circle'), text)
        header = next(csv.reader(io.StringIO(self.ok('--lang', 'en', 'export', 'people', 'Circle').lstrip('\ufeff'))))
        self.assertEqual(header[:12], 'name kana affiliation occupation stance field area role status invited_by '
                                      'consent_contact note'.split())

    def test_each_workshop_has_answers_and_consents_of_its_own(self):
        self.new()
        self.new('Next', start='2027-01-12 13:30')
        self.take('Circle')
        self.take('Next', text='name,affiliation\n森 花子,川端三丁目\n')
        person = self.people('Next')['森 花子']
        self.assertEqual((person['status'], person['consent_photo'], person['invited_by']), ('not_asked', 0, ''))
        self.assertEqual(list(self.people('Next')), ['森 花子'])
        self.assertEqual(self.people()['森 花子']['status'], 'coming')

    def test_a_list_without_a_workshop_holds_until_somebody_is_invited(self):
        self.new()
        self.take()
        self.assertEqual(sorted(self.people()), ['林 次郎', '森 花子'])
        self.take('Circle', text='name\n木村 茂\n')
        self.assertEqual(sorted(self.people()), ['木村 茂', '林 次郎', '森 花子'])
        self.assertEqual(self.people()['森 花子']['status'], 'coming')

    def test_bad_rows_are_refused_whole_and_by_number(self):
        self.new()
        told = self.take('Circle', text='name,stance,next_on,photo,写真\nA,町の人,,,\nB,,11月の末,,\nC,,,,たぶん\nD,,2026-02-30,,\n,,,,\nE,,,,\n')
        self.assertEqual([row['row'] for row in told['refused']], [2, 3, 4, 5])
        self.assertEqual(list(self.people()), ['E'])

    def test_somebody_of_the_same_name_is_told_and_never_merged(self):
        self.new()
        self.take('Circle')
        told = self.take('Circle', text='name,affiliation\n森 花子,別の団体\n')
        self.assertEqual((told['added'], told['namesakes'][0]['row']), (1, 2))
        self.refused(1, 'nme', 'import', 'people', self.file('x.csv', 'nme\nA\n'), 'Circle')

    def test_the_mapping_is_shown_and_can_be_changed(self):
        self.new()
        path = self.file('people.csv', 'だれ,どこの,声かけた\nA,B,C\n')
        words = ('import', 'people', path, 'Circle', '--map', 'name=だれ', '--map', 'invited_by=声かけた')
        out = self.run_words('--lang', 'en', *words, '--dry-run')[1]
        self.assertIn('  name=だれ\n  invited_by=声かけた\n', out)
        self.assertIn('1 added', out)
        self.assertEqual(self.people(), {})
        self.run_words(*words)
        self.assertEqual(self.people()['A']['invited_by'], 'C')
        self.refused(1, 'いつ', 'import', 'people', path, 'Circle', '--map', 'name=だれ', '--map', 'next_on=いつ')
        told = json.loads(self.run_words('import', 'people', self.file('x.csv', 'name,note\nA,x\n'), '--map', 'note=', '--json')[1])
        self.assertEqual((told['same'], [row['field'] for row in told['mapping']]), (1, ['name']))

    def test_what_was_said_of_the_columns_holds_for_the_next_list_of_the_kind(self):
        self.new()
        first, second = (self.file(name + '.csv', 'だれ,どこの,いつ話す\n%s,甲,2026-11-20\n' % name) for name in 'AB')
        maps = ('--map', 'name=だれ', '--map', 'next_on=いつ話す')
        self.run_words('import', 'people', first, 'Circle', *maps, '--dry-run')
        self.refused(1, 'だれ', 'import', 'people', second, 'Circle')
        self.assertFalse(json.loads(self.run_words('import', 'people', first, 'Circle', *maps, '--json')[1])['remembered'])
        code, out, err = self.run_words('--lang', 'en', 'import', 'people', second, 'Circle', '--map', 'affiliation=どこの')
        self.assertEqual(code, 0)
        self.assertIn('the same header row', err)
        self.assertIn('--guess', err)
        person = self.people()['B']
        self.assertEqual((person['next_on'], person['affiliation']), ('2026-11-20', '甲'))
        # Without a workshop nothing is read of invitations, and what is known of them stays.
        told = json.loads(self.run_words('import', 'people', second, '--map', 'affiliation=', '--json')[1])
        self.assertEqual([row['field'] for row in told['mapping']], ['name'])
        told = json.loads(self.run_words('import', 'people', second, 'Circle', '--json')[1])
        self.assertEqual((told['remembered'], [row['field'] for row in told['mapping']]), (True, ['name', 'next_on']))
        self.refused(1, 'だれ', 'import', 'people', self.file('x.csv', 'だれ,どこの\nA,甲\n'), 'Circle')
        for words in ('search', 'だれ'), ('export', 'people', 'Circle'), ('report', 'Circle', '--format', 'md'):
            self.assertNotIn('いつ話す', self.run_words(*words)[1])
        self.refused(1, 'だれ', 'import', 'people', second, 'Circle', '--guess')
        self.assertFalse(json.loads(self.run_words('import', 'people', second, 'Circle', '--guess', *maps[:2], '--json')[1])['remembered'])
        told = json.loads(self.run_words('import', 'people', second, 'Circle', '--json')[1])
        self.assertEqual((told['remembered'], [row['field'] for row in told['mapping']]), (True, ['name']))

    def test_two_thousand_people_come_in_at_once(self):
        self.new()
        text = 'name,kana,stance,status\n' + ''.join('P%d,ぴー%d,市民,参加\n' % (i, i) for i in range(2000))
        self.assertEqual(self.take('Circle', text=text)['invited'], 2000)
        self.assertEqual(self.take('Circle', text=text)['same'], 2000)
        self.assertEqual(len(self.people()), 2000)

    def hold(self, workshop):
        self.ok('clock', 'start', workshop)
        self.ok('clock', 'end', workshop)

    def test_the_report_counts_who_came_beside_the_last_time_and_names_nobody(self):
        came = 'name,stance,status,presence\nAnn,市民,参加,来場\nBob,行政,参加,来場\nCid,市民,参加,\nDora,学生,,来場\n'
        self.new(start='2026-11-01 13:30')
        self.take('Circle', text=came)
        self.hold('Circle')
        self.ok('new', 'Next', '--from', 'Circle', '--start', '2026-12-01 13:30')
        self.take('Next', text='name,stance,status,presence\nAnn,市民,参加,早退\nCid,市民,参加,来場\nEve,医療,参加,来場\n')
        told = json.loads(self.ok('report', 'Next', '--format', 'json'))['attendance']
        self.assertEqual((told['came'], told['left_early'], told['came_last_time']), (3, 1, 3))
        kinds = {kind['code']: (kind['came'], kind['came_last_time']) for kind in told['by_stance']}
        self.assertEqual(kinds, {'citizen': (2, 1), 'government': (0, 1), 'medical': (1, 0), 'student': (0, 1)})
        told = json.loads(self.ok('show', 'Circle', '--json'))['attendance']
        self.assertEqual((told['came'], told['stayed_away'], told['unannounced'], told['came_last_time']), (3, 1, 1, None))
        for lang, line in (('en', '| citizen | 2 (+1) | 1 |'), ('ja', '| 市民・住民 | 2 (+1) | 1 |')):
            text = self.ok('--lang', lang, 'report', 'Next', '--format', 'md')
            self.assertIn(line, text)
            for name in ('Ann', 'Bob', 'Cid', 'Dora', 'Eve'):
                self.assertNotIn(name, text)

    def test_who_is_invited_and_checked_in_on_two_computers_is_one(self):
        self.new()
        self.take('Circle')
        copy = self.path('copy.db')
        self.ok('backup', copy)
        came = self.file('door.csv', 'name,affiliation,presence\n森 花子,川端三丁目,来場\n林 次郎,丘の上病院,来場\n')
        for db in (self.db, copy):
            self.run_words('--db', db, 'import', 'people', came, 'Circle')
        self.ok('new', 'Next', '--start', '2027-01-12 13:30')
        self.ok('merge', copy)
        told = json.loads(self.ok('show', 'Circle', '--json'))['attendance']
        self.assertEqual((told['invited'], told['came']), (3, 2))
        self.assertEqual(self.people()['林 次郎']['consent_photo'], 0)
        self.assertTrue(json.loads(self.ok('check', '--json'))['ok'])

    def test_only_who_said_yes_is_seated(self):
        self.new()
        self.take('Circle')
        seating = json.loads(self.ok('seat', 'Circle', '--json'))
        self.assertEqual(seating['rounds'], [[['森 花子']]])


if __name__ == '__main__':
    unittest.main()
