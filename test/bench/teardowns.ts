/** What a test's `t.teardown` is, for a bench: the actions run in reverse order at the end. */
export function teardowns(): { t: { teardown(action: () => unknown): void }; end(): Promise<void> } {
  const later: (() => unknown)[] = []
  return {
    t: { teardown: (action) => void later.push(action) },
    async end() {
      for (const action of later.splice(0).reverse()) await action()
    }
  }
}
