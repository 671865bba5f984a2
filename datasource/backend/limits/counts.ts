/** How many of each tenant there are. */
export class Counts {
  readonly #counts = new Map<string, number>();

  of(tenant: string): number {
    return this.#counts.get(tenant) ?? 0;
  }

  add(tenants: readonly string[], by: 1 | -1): void {
    for (const tenant of tenants) {
      const count = this.of(tenant) + by;
      if (count === 0) this.#counts.delete(tenant);
      else this.#counts.set(tenant, count);
    }
  }
}
