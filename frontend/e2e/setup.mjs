import { startServer } from './server.mjs'

/** One real server for the whole run; `SIBU_E2E_URL` names one that runs already. */
export default async function setup() {
  if (process.env.SIBU_E2E_URL) return
  const server = await startServer()
  process.env.SIBU_E2E_URL = server.url
  return () => server.stop()
}
