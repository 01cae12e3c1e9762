// Types from the API's own OpenAPI document: `npm run types`; `npm run types -- --check` fails on a difference.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const root = new URL('../../', import.meta.url)
const target = new URL('../src/shared/api/schema.d.ts', import.meta.url)
const python = process.env.SIBU_PYTHON ?? new URL('.venv/bin/python', root).pathname

const source = execFileSync(python, ['-m', 'api.cli', 'openapi'], {
  cwd: root.pathname,
  encoding: 'utf8',
  maxBuffer: 1 << 26,
})
const document = JSON.parse(source.slice(source.indexOf('{')))
const made =
  '// Made by `npm run types` from the API’s OpenAPI document. Do not edit.\n' +
  astToString(await openapiTS(document, { defaultNonNullable: false }))

if (process.argv.includes('--check')) {
  if (!existsSync(target) || readFileSync(target, 'utf8') !== made) {
    console.error('schema.d.ts is older than the API: run `npm run types` and commit it')
    process.exit(1)
  }
} else writeFileSync(target, made)
