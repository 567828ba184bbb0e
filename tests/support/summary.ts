import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one plain line that people and machines can read: `tests: 12 passed, 0 failed, 1 skipped`. */
export default class Summary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      let any = false;
      for (const test of module.children.allTests()) {
        count[test.result().state] += 1;
        any = true;
      }
      if (!any && module.state() === 'failed') count.failed += 1;
    }
    const line = `tests: ${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped`;
    setImmediate(() => process.stdout.write(`\n${line}\n`));
  }
}
