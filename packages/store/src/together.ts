/**
 * Runs statements of one transaction side by side, so that they share a round trip, and waits for all of them, then
 * throws the first failure. Promise.all would go on at the first one while others still send statements: those would
 * run behind the rollback.
 */
export async function together<const Work extends readonly Promise<unknown>[]>(
  work: Work
): Promise<{ -readonly [Index in keyof Work]: Awaited<Work[Index]> }> {
  const results = await Promise.allSettled(work)
  const values = results.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
  return values as { -readonly [Index in keyof Work]: Awaited<Work[Index]> }
}
