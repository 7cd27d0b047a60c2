// Several Prism servers in one process, each with the settings of the commands `prism mock --errors` and `prism proxy --errors`: one start-up
// instead of one per server. It is told what to do by one line of JSON on standard input, says on standard output where the servers are, and
// ends when standard input does.

import { createInterface } from 'node:readline'

import { createLogger } from '@stoplight/prism-core'
import { getHttpOperationsFromSpec } from '@stoplight/prism-http'
import { createServer } from '@stoplight/prism-http-server'

const logger = createLogger('tests', { level: 'silent' })

async function serve(operations, upstream) {
  const shared = {
    validateRequest: true,
    validateResponse: true,
    checkSecurity: true,
    errors: true,
    mock: { dynamic: false, ignoreExamples: false },
  }
  const config = upstream ? { ...shared, isProxy: true, upstream: new URL(upstream) } : { ...shared, isProxy: false }
  const server = createServer(operations, { cors: false, config, components: { logger } })
  return server.listen(0, '127.0.0.1')
}

async function start(settings) {
  const urls = {}
  for (const [name, { document, upstreams }] of Object.entries(settings)) {
    const operations = await getHttpOperationsFromSpec(document)
    const proxies = {}
    for (const [world, upstream] of Object.entries(upstreams)) proxies[world] = await serve(operations, upstream)
    urls[name] = { mock: await serve(operations), proxies, operations: operations.length }
  }
  process.stdout.write(`${JSON.stringify(urls)}\n`)
}

const input = createInterface({ input: process.stdin })
input.once('line', (line) => start(JSON.parse(line)))
input.once('close', () => process.exit(0))
