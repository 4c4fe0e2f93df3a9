// OpenAPI 3.1 says "may be null" in the type itself; the decorators say it in the word of 3.0. This rewrites the one into the other.

/** The value with each `nullable: true` turned into a type or choice that includes null. */
export function nullableAsType<T>(value: T): T {
  if (Array.isArray(value)) return value.map(nullableAsType) as T;
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, nullableAsType(one as unknown)]),
  ) as Record<string, unknown>;
  if (nullable === undefined) return rest as T;
  if (nullable !== true) return { ...rest, nullable } as T;
  const { type, enum: choices, allOf, $ref, ...others } = rest;
  if (typeof type === 'string')
    return { ...rest, type: [type, 'null'], ...(Array.isArray(choices) && { enum: [...(choices as unknown[]), null] }) } as T;
  const inner = $ref !== undefined ? [{ $ref }] : Array.isArray(allOf) ? (allOf as unknown[]) : [];
  return { ...others, anyOf: [...inner, { type: 'null' }] } as T;
}
