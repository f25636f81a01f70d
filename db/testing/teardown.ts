/** Jest globalTeardown: stops the PostgreSQL of setup.ts and removes its folder. */
export default async function teardown(): Promise<void> {
  await (globalThis as { removeTestDatabase?: () => Promise<void> }).removeTestDatabase?.();
}
