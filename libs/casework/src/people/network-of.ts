// What counts as one network when failures are counted: a subscriber cannot get a new one by choosing another address of his own.

const IPV6_GROUPS = 8;
const SUBSCRIBER_GROUPS = 4;

/**
 * An IPv4 address itself, also when it is written as an IPv6 one; of any other IPv6 address the first 64 bits, since a subscriber has all
 * addresses below them. What is no address stays as it is.
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.trim().toLowerCase().split('%', 1);
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  if (!plain.includes(':')) return plain;
  const [head = [], tail] = plain.split('::', 2).map(groupsOf);
  const given = [...head, ...(tail ?? [])];
  const zeros = tail === undefined ? 0 : Math.max(0, IPV6_GROUPS - given.length);
  const groups = [...head, ...Array.from({ length: zeros }, () => '0'), ...(tail ?? [])];
  return `${groups.slice(0, SUBSCRIBER_GROUPS).join(':')}::/64`;
}

/** The groups without leading zeros; the IPv4 ending that some addresses have stands for two. */
function groupsOf(part: string): string[] {
  if (part === '') return [];
  return part.split(':').flatMap((group) => (group.includes('.') ? [group, group] : [group.replace(/^0+(?=.)/, '')]));
}
