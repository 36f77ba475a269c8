"""Cards as HSDS 3.0: what goes out keeps the published rules, and what comes in is what went out. Usage: hsds_test.py YORIAI
The rules are in hsds/rules.json, with their source. python3-jsonschema, where it is installed, checks the JSON by them, too."""
import csv
import io
import json
import os
import re
import unittest

from program import Case

try:
    import jsonschema
except ImportError:
    jsonschema = None

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'hsds', 'rules.json'), encoding='utf-8') as rules_file:
    RULES = json.load(rules_file)['tables']

# Every kind of card, and texts that try to break out of each form.
CARDS = '''番号,名前,ふりがな,種別,区分,得意なこと,できること,地区,対象,費用,住所,電話,いつ,URL,団体名,状態,最終確認日,出典,備考,出典での識別,その他の項目,本人の同意
1,つむぎケア,つむぎけあ,サービス,フォーマル,夜の見守り,訪問介護,つむぎ市,要介護1から,1割,つむぎ市川端1-2,+81-000-000-0001,月,https://example.jp/a?b=1,社会福祉法人つむぎ,把握,2026-04-01,介護サービス事業所一覧,鍵は裏口,99 訪問介護,緯度: 35.0
2,つむぎケア,,サービス,フォーマル,,通所介護,つむぎ市,,,つむぎ市川端1-2,000-000-0002,平日 9–17,example.jp,社会福祉法人つむぎ,休止,2026年春,,,,
3,朝の体操の会,,団体,インフォーマル,"声かけ、""いつでも""",,川端,,無料,公園,,毎朝,,,発掘,,,,,
4,朝の体操の会,,団体,インフォーマル,,,川端,,,,,,,,開発中,,,,,
5,短波の掲示板,,オンライン,中間,,,,,,,,,https://example.jp/short,,廃止,,,,,
6,電器店のカズさん,,人,インフォーマル,荷物運び,,,,,丘の上3,000-000-0006,,,,,,,,,
7,"=HYPERLINK(""x"")",,道具,,－１,,,,,,,,日本語の住所,,,2026-13-01,,,,
8,名前だけ,,,,,,,,,,,,,,,,,,,
9,お茶の千代さん,,人,インフォーマル,縁側のお茶,,,,,,,,,,,,,,,,はい
'''
PRIVATE = ('川端1-2', '000-000-000', '鍵は裏口', '99 訪問介護', '緯度')


def is_of_type(rule, text):
    forms = {'uuid': r'[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'uri': r"[A-Za-z][A-Za-z0-9+.-]*:[-A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%]+",
             'email': r'[^@\s]+@[^@\s]+', 'date-time': r'\d{4}-\d\d-\d\dT.*', 'date': r'\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])',
             'time': r'\d\d:\d\d.*'}
    form = rule.get('format') or rule.get('datapackage_type')
    if 'enum' in rule and text not in rule['enum']:
        return False
    if rule['type'] == 'number' and not re.fullmatch(r'-?\d+(\.\d+)?', text):
        return False
    return not form or re.fullmatch(forms[form], text) is not None


def schema_of(table):
    rule = RULES[table]
    properties = {name: {key: value for key, value in it.items() if key in ('type', 'format', 'enum')}
                  for name, it in rule['properties'].items()}
    properties |= {name: {'type': 'array', 'items': {'$ref': '#/$defs/' + child}} for name, child in rule['lists'].items()}
    properties |= {name: {'$ref': '#/$defs/' + child} for name, child in rule['objects'].items()}
    return {'type': 'object', 'properties': properties, 'required': rule['required'], 'additionalProperties': False}


class Hsds(Case):
    def setUp(self):
        super().setUp()
        self.ok('import', 'cards', self.file('cards.csv', CARDS))

    def export(self, *words, name='out', env=None):
        """Writes it; persons stay behind, and that is told."""
        code, out, err = self.run_words('export', 'cards', '--format', 'hsds', '-o', self.path(name), *words, env=env)
        self.assertEqual((code, out), (0, ''), err)
        return self.path(name), err

    def read(self, path):
        with open(path, encoding='utf-8', newline='') as file:
            return file.read()

    def package(self, path):
        return {name: self.read(os.path.join(path, name)) for name in sorted(os.listdir(path))}

    def counts(self, *words, env=None):
        result = json.loads(self.ok('import', 'cards', *words, '--json', env=env))
        return result['added'], result['changed'], result['same'], [row['row'] for row in result['refused']]

    def cards(self, env=None):
        return {card['name']: card for card in json.loads(self.ok('export', 'cards', '--format', 'json', env=env))}

    # --- what goes out ------------------------------------------------------------------------------------------------------

    def check_table(self, name, rows, fields):
        rule = RULES[name]
        needed = set(rule['required'] + rule['tabular_required'])
        self.assertLessEqual(needed, {field['name'] for field in fields}, name)
        for field in fields:
            self.assertIn(field['name'], rule['properties'], name)
            told = rule['properties'][field['name']]
            self.assertEqual(field['type'], told.get('datapackage_type', told['type']))
            self.assertEqual(field.get('format'), told.get('format'))
            self.assertEqual(field['constraints'].get('enum'), told.get('enum'))
            self.assertTrue(field['constraints']['required'] or field['name'] not in needed, (name, field))
        for row in rows:
            self.assertEqual(list(row), [field['name'] for field in fields], name)
            for column, text in row.items():
                self.assertTrue(text or column not in needed, (name, column))
                self.assertTrue(not text or is_of_type(rule['properties'][column], text), (name, column, text))
        self.assertEqual(len({row['id'] for row in rows}), len(rows), name)

    def check_package(self, path):
        package = json.loads(self.read(os.path.join(path, 'datapackage.json')))
        tables = {}
        for resource in package['resources']:
            self.assertEqual(resource['path'], RULES[resource['name']]['path'])
            rows = list(csv.DictReader(io.StringIO(self.read(os.path.join(path, resource['path']))), strict=True))
            self.check_table(resource['name'], rows, resource['schema']['fields'])
            tables[resource['name']] = rows
        for resource in package['resources']:
            for key in resource['schema']['foreignKeys']:
                known = {row['id'] for row in tables[key['reference']['resource']]}
                for row in tables[resource['name']]:
                    self.assertTrue(not row[key['fields']] or row[key['fields']] in known, (resource['name'], row))
        self.assertEqual(sorted(os.listdir(path)), sorted(['datapackage.json'] + [it['path'] for it in package['resources']]))
        return tables

    def test_a_data_package_keeps_the_rules_of_every_table(self):
        for profile in ('public', 'partners', 'internal'):
            tables = self.check_package(self.export('--profile', profile, name=profile)[0])
            self.assertEqual(len(tables['service']), 8)
            self.assertNotIn('電器店のカズさん', str(tables))
        names = {row['id']: row for row in tables['organization']}
        bodies = {row['name']: names[row['organization_id']] for row in tables['service']}
        self.assertEqual(bodies['つむぎケア']['name'], '社会福祉法人つむぎ')
        self.assertEqual((bodies['朝の体操の会']['name'], bodies['朝の体操の会']['description']), ('朝の体操の会', '任意のつながり'))
        self.assertEqual({row['name']: row['status'] for row in tables['service'] if row['name'] != 'つむぎケア'},
                         {'朝の体操の会': 'inactive', '短波の掲示板': 'defunct', '=HYPERLINK("x")': 'active', '名前だけ': 'active', 'お茶の千代さん': 'active'}
                         | {'朝の体操の会': [row['status'] for row in tables['service'] if row['name'] == '朝の体操の会'][-1]})
        self.assertIn({'virtual'}, [{row['location_type'] for row in tables['location'] if row['url']}])

    @unittest.skipUnless(jsonschema, 'python3-jsonschema is not installed')
    def test_the_list_of_services_is_valid_json_by_the_schema(self):
        schema = {'$defs': {table: schema_of(table) for table in RULES}, 'type': 'array', 'items': {'$ref': '#/$defs/service'}}
        checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
        for profile in ('public', 'internal'):
            services = json.loads(self.read(self.export('--profile', profile, name=profile + '.json')[0]))
            self.assertEqual([error.message for error in checker.iter_errors(services)], [])
            self.assertEqual(len(services), 8)
        services[0]['status'] = 'open'
        del services[1]['name']
        services[2]['organization']['id'] = 'x'
        self.assertEqual(len(list(checker.iter_errors(services))), 3)

    def test_the_public_reads_no_address_number_or_note_and_nobody_a_person(self):
        for name, words in (('a.json', ()), ('b', ()), ('c.json', ('--profile', 'partners')), ('d', ('--profile', 'partners'))):
            path, err = self.export(*words, name=name)
            text = self.read(path) if os.path.isfile(path) else str(self.package(path))
            for word in PRIVATE + ('カズ', '荷物運び'):
                self.assertNotIn(word, text, name)
            self.assertIn('1 cards of persons', err)
        inside = self.read(self.export('--profile', 'internal', name='e.json')[0])
        for word in PRIVATE:
            self.assertIn(word, inside)
        self.assertNotIn('荷物運び', inside)

    # --- and comes in again -------------------------------------------------------------------------------------------------

    def test_what_goes_out_comes_in_and_goes_out_the_same(self):
        for profile in ('public', 'internal'):
            package, _ = self.export('--profile', profile, name=profile)
            listed, _ = self.export('--profile', profile, name=profile + '.json')
            again, _ = self.export('--profile', profile, name='again.json')
            self.assertEqual(self.read(listed), self.read(again))
            for i, source in enumerate((package, listed, os.path.join(package, 'datapackage.json'))):
                there = {'YORIAI_DB': self.path('data', f'{profile}{i}.db')}
                self.assertEqual(self.counts(source, env=there), (8, 0, 0, []))
                self.assertEqual(self.counts(source, env=there), (0, 0, 8, []))
                self.assertEqual(self.package(package), self.package(self.export('--profile', profile, name='copy', env=there)[0]))
                self.assertEqual(self.read(listed), self.read(self.export('--profile', profile, name='copy.json', env=there)[0]))

    def test_an_id_that_looks_like_a_telephone_number_stays(self):
        package = [{'id': f'89e35ce3-a2c0-8ddb-8862-0{i}2978090123', 'name': f'Service {i}', 'status': 'active'} for i in range(10)]
        self.assertEqual(self.counts(self.file('in.json', json.dumps(package))), (10, 0, 0, []))
        ids = {service['id'] for service in json.loads(self.read(self.export(name='out.json')[0]))}
        self.assertLessEqual({service['id'] for service in package}, ids)

    def test_what_comes_home_is_the_same_or_says_what_was_changed_elsewhere(self):
        for profile in ('public', 'internal'):
            path, _ = self.export('--profile', profile, name=profile + '.json')
            self.assertEqual(self.counts(path), (0, 0, 8, []))
            services = json.loads(self.read(path))
            at = next(i for i, it in enumerate(services) if it['name'] == '名前だけ')
            services[at]['description'] = profile
            path = self.file('changed.json', json.dumps(services))
            self.assertEqual(self.counts('--dry-run', path), (0, 1, 7, []))
            self.assertEqual(self.counts(path), (0, 1, 7, []))
            self.assertEqual(self.counts(path), (0, 0, 8, []))
            self.assertEqual(self.cards()['名前だけ']['strength'], profile)
        self.assertEqual(len(json.loads(self.ok('export', 'cards', '--format', 'json'))), 8)

    def test_what_others_write_finds_its_fields_and_the_rest_is_kept_or_told(self):
        page = {'total_items': 2, 'contents': [
            {'id': 'ac148810-d857-441c-9679-408f346de14b', 'name': 'Counselling', 'status': 'active', 'alternate_name': 'Talk',
             'description': 'x' * 3000, 'minimum_age': 12, 'email': None, 'colour': 'blue', 'languages': [{'id': 'l', 'name': 'Urdu'}],
             'organization': {'id': 'o', 'name': 'Example Inc.', 'description': 'Helps', 'phones': [{'id': 'p', 'number': '555'}]},
             'schedules': [{'id': 's', 'byday': 'MO,WE', 'opens_at': '09:00:00', 'closes_at': '17:00'}],
             'attributes': [{'id': 'a', 'value': 'yes', 'taxonomy_term': {'id': 't', 'name': 'Wheelchair', 'description': 'd'}}],
             'service_at_locations': [{'id': 'x', 'location': {
                 'id': 'y', 'location_type': 'physical', 'name': 'Hall', 'addresses': [
                     {'id': 'z', 'address_1': '1 Main St', 'city': 'Town', 'state_province': 'MA', 'postal_code': '01', 'country': 'US',
                      'address_type': 'physical'}]}}]},
            {'id': 'ac148810-d857-441c-9679-408f346de14c', 'status': 'active', 'description': 'has no name'}]}
        path = self.file('page.json', json.dumps(page))
        result = json.loads(self.ok('import', 'cards', path, '--json'))
        self.assertEqual([row['row'] for row in result['refused']], [2])
        card = self.cards()['Counselling']
        self.assertEqual((card['phone'], card['organization'], card['schedule'], card['address'], card['strength']),
                         ('555', 'Example Inc.', '月,水 09:00–17:00', '1 Main St, Town, MA 01', ''))
        for line in ('alternate_name: Talk', 'minimum_age: 12', 'description: xxx', 'location: Hall', 'Wheelchair: yes'):
            self.assertIn(line, card['extra'])
        code, out, err = self.run_words('import', 'cards', path)
        self.assertIn('service.colour', err)
        self.assertIn('service.languages', err)
        self.assertEqual(self.counts(path), (0, 0, 1, [2]))
        services = json.loads(self.read(self.export(name='out.json')[0]))
        self.assertIn(page['contents'][0]['id'], [service['id'] for service in services])

    def test_rows_of_a_package_are_refused_as_its_spreadsheet_counts_them(self):
        os.mkdir(self.path('in'))
        package = {'resources': [{'name': 'service', 'path': 'services.csv'}, {'name': 'organizations', 'path': 'organizations.csv'},
                                 {'name': 'funding', 'path': 'funding.csv'}]}
        self.file('in/datapackage.json', json.dumps(package))
        self.file('in/services.csv', '\ufeffid,name,status,organization_id,hue\r\na1,One,active,o1,red\r\n\r\na2,,active,o1,\r\na3,"Th\nree",x,o2,\r\n')
        self.file('in/organizations.csv', 'id,name,description\no1,Body,Does\n')
        code, out, err = self.run_words('import', 'cards', self.path('in'))
        self.assertEqual(code, 0, err)
        self.assertRegex(err, r'row 4: The row has no name')
        self.assertIn('services.csv.hue', err)
        self.assertIn('funding.csv', err)
        self.assertEqual(self.counts(self.path('in')), (0, 0, 2, [4]))
        self.assertEqual((self.cards()['One']['organization'], self.cards()['Th ree']['organization']), ('Body', ''))

    # --- doors --------------------------------------------------------------------------------------------------------------

    def test_a_folder_is_replaced_whole_or_not_touched(self):
        path, _ = self.export(name='out')
        before = self.package(path)
        self.ok('import', 'cards', self.file('more.csv', '名前,区分\n新しい集い,インフォーマル\n'))
        self.export(name='out/')
        self.assertIn('新しい集い', self.package(path)['services.csv'])
        self.assertNotIn('新しい集い', before['services.csv'])
        after = self.package(path)
        self.file('out/letter.txt', 'mine')
        self.refused(1, 'holds other things \\(“letter.txt”\\)', 'export', 'cards', '--format', 'hsds', '-o', path)
        self.assertEqual({**after, 'letter.txt': 'mine'}, self.package(path))
        self.refused(1, 'Cannot write', 'export', 'cards', '--format', 'hsds', '-o', self.file('plain', 'x'))
        self.refused(1, 'Cannot write', 'export', 'cards', '--format', 'hsds', '-o', self.path('nowhere', 'out'))
        self.assertEqual(sorted(os.listdir(self.folder)), ['.local', 'cards.csv', 'data', 'more.csv', 'out', 'plain'])
        self.assertEqual(len(json.loads(self.run_words('export', 'cards', '--format', 'hsds')[1])), 9)
        self.refused(2, 'is a form for cards', 'export', 'people', '--format', 'hsds')
        self.refused(2, 'no profile', 'export', 'cards', '--format', 'hsds', '--profile', 'all')

    def test_what_is_no_package_is_refused_by_name(self):
        os.mkdir(self.path('empty'))
        cases = [('{', 'This is no JSON'), ('{}', 'is no list of services'), ('3', 'is no list of services'), ('"x"', 'is no list'),
                 ('{"contents": 3}', 'is no list'), ('', 'This is no JSON'), (b'\xff\x00\x00', 'x.json')]
        for content, pattern in cases:
            self.refused(1, pattern, 'import', 'cards', self.file('x.json', content))
        self.refused(1, 'is a folder in which no data package lies', 'import', 'cards', self.path('empty'))
        for package, pattern in (({}, 'lists no services.csv'), ([], 'lists no services.csv'),
                                 ({'resources': [{'name': 'service', 'path': 'services.csv'}]}, 'services.csv'),
                                 ({'resources': [{'name': 'service', 'path': '/etc/passwd'}]}, 'does not lie in its folder'),
                                 ({'resources': [{'name': 'service', 'path': '../x.csv'}]}, 'does not lie in its folder')):
            self.refused(1, pattern, 'import', 'cards', self.file('empty/datapackage.json', json.dumps(package)))
        self.refused(1, 'is for spreadsheets', 'import', 'cards', self.path('empty'), '--map', 'name=x')
        self.assertEqual(self.counts(self.file('none.json', '[]')), (0, 0, 0, []))
        self.assertEqual(len(self.cards()), 6)


if __name__ == '__main__':
    unittest.main()
