import { localPath } from './local-path.ts';

describe('where a sign-in may lead', () => {
  test.each(['/', '/courses', '/courses?level=1,2#outline', '/me?x=%2F%2Fevil'])('a path of this site stands: %s', (path) => {
    expect(localPath(path)).toBe(path);
  });

  test.each([null, undefined, '', 'courses', '//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/\t/evil.example', '/courses\\..\\x', '\n//evil.example'])(
    'anything else leads home: %j',
    (path) => expect(localPath(path)).toBe('/'),
  );
});
