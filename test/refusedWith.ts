/**
 * The refusal that a piece of work ends with; any other error goes on.
 *
 * @param kind  the class of the refusal
 */
export function refusedWith<Refusal extends Error>(kind: abstract new (...given: never[]) => Refusal, work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof kind) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
