// Addresses that a form or a query may send a person on to: only places of our own.

const LONGEST = 500;

/** The path when it is one of ours, else `/`. Refuses other hosts in every notation (`//host`, `/\host`) and control characters. */
export function localPath(text: string | undefined): string {
  const fits = text !== undefined && text.length <= LONGEST && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(text);
  return fits ? text : '/';
}
