import type { TestProject } from 'vitest/node';
import { startProduct } from './product';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the product runs that all files of tests share. */
    url: string;
  }
}

/** Starts the product once for all files of tests; one that hurts it starts its own. */
export default async function run(project: TestProject): Promise<() => Promise<void>> {
  const product = await startProduct();
  project.provide('url', product.url);
  return product.stop;
}
