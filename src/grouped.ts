/** Values by a key, each group in the order its values came: `Map.groupBy`, which Node has from version 21 on. */
export function grouped<K, V>(values: Iterable<V>, keyOf: (value: V, place: number) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  let place = 0;
  for (const value of values) {
    const key = keyOf(value, place++);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
