/**
 * Says at the very end why each failed test failed, two lines each: what stands above is long, and of a long log often
 * only the end is kept.
 * @implements {import('@playwright/test/reporter').Reporter}
 */
export default class Reasons {
  /** @type {Map<string, string>} */
  #failed = new Map()

  /** @param {import('@playwright/test/reporter').TestCase} test @param {import('@playwright/test/reporter').TestResult} result */
  onTestEnd(test, result) {
    if (result.status === test.expectedStatus) return
    const told = result.errors.map((error) => plain(error.message ?? String(error.value)))
    this.#failed.set(`${test.location.line} ${test.title}`, told.join(' // ').slice(0, 400))
  }

  onEnd() {
    for (const [title, why] of this.#failed) console.log(`FAILED ${title}\n       ${why}`)
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
