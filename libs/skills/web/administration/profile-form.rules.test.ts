import { expect, test } from '@jest/globals';
import { NO_PROFILE, readProfile } from './profile-form.rules.ts';

test('an empty profile names every field that is missing, a whole one is sent as it is', () => {
  expect(readProfile(NO_PROFILE)).toEqual({ wrong: ['name.zh', 'name.en', 'description.zh', 'description.en', 'requirements', 'id'] });
  const whole = { id: 'data-steward', texts: { 'name.zh': '数据管家', 'name.en': 'Data steward', 'description.zh': '管数据', 'description.en': 'Keeps data' }, scarce: true, requirements: [{ skillId: 'data', level: 3, weight: 5 }] };
  expect(readProfile(whole)).toEqual({ profile: { id: 'data-steward', name: { zh: '数据管家', en: 'Data steward' }, description: { zh: '管数据', en: 'Keeps data' }, scarce: true, requirements: whole.requirements } });
});
