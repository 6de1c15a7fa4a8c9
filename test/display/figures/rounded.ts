/** A figure's parts to nine decimals, without a minus before 0: what binary fractions lose is not what is tested. */
export const rounded = <T>(value: T): T => JSON.parse(JSON.stringify(value), (_, inner: unknown) => (typeof inner === "number" ? Number(inner.toFixed(9)) + 0 : inner)) as T;
