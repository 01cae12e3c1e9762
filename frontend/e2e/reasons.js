/**
 * Says at the very end why each test failed, two lines each: what stands above is long, and of a long log often only the
 * end is kept. One that passed when it was tried again is named too: it is a race in the page or in the test.
 * @implements {import('@playwright/test/reporter').Reporter}
 */
export default class Reasons {
  /** @type {Map<import('@playwright/test/reporter').TestCase, string>} */
  #failed = new Map()

  /** @param {import('@playwright/test/reporter').TestCase} test @param {import('@playwright/test/reporter').TestResult} result */
  onTestEnd(test, result) {
    if (result.status === test.expectedStatus) return
    const told = result.errors.map((error) => plain(error.message ?? String(error.value)))
    this.#failed.set(test, told.join(' // ').slice(0, 400))
  }

  onEnd() {
    for (const [test, why] of this.#failed) {
      const how = test.outcome() === 'flaky' ? 'FLAKY ' : 'FAILED'
      console.log(`${how} ${test.location.line} ${test.title}\n       ${why}`)
    }
  }

  printsToStdio() {
    return false
  }
}

/** @param {string} message with the colours of a terminal and lines of its own */
function plain(message) {
  // eslint-disable-next-line no-control-regex
  return message.replace(/\u001b\[[0-9;]*m/g, '').replace(/\s+/g, ' ')
}
