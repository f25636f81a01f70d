const BASE = 'http://this.site';

/** Where to go after signing in: only a path of this very site, so that a link cannot lead a person elsewhere. */
export function localPath(wanted: string | null | undefined): string {
  if (!wanted || !/^\/(?!\/)/.test(wanted) || wanted.includes('\\')) return '/';
  // browsers drop tabs and line breaks inside addresses: "/\t/evil" would become "//evil"
  if (/[\u0000-\u001f]/.test(wanted)) return '/';
  const url = new URL(wanted, BASE);
  return url.origin === BASE ? url.pathname + url.search + url.hash : '/';
}
