// Judges entries as desk and phone do: lines of {"schema", "data"} come in, what is wrong goes out.
// tests/forms/test_agreement.py compares it with the server's verdicts.
import { readFileSync } from 'node:fs'
import { faults } from '../src/shared/forms/checking.js'
import { tidied } from '../src/shared/forms/tidy.js'

const { schemas, cases } = JSON.parse(readFileSync(0, 'utf8'))
const answers = cases.map((/** @type {[number, any]} */ [schema, data]) =>
  faults(schemas[schema], tidied(data)).map(({ path, code }) => [path.join('/'), code])
)
process.stdout.write(JSON.stringify(answers))
