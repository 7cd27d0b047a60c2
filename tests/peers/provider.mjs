// A real OpenID provider over TLS on a free port of loopback, for the tests of the token flows.
//
// It is told what to do by one line of JSON on standard input, says `{"port": …}` on standard output once it listens, and ends when standard
// input does, so that it cannot outlive the test that started it. Everything about tokens is the provider's own; added are only:
//
// - a journal of the calls of its token endpoints, and a clock that tests put forward (`/_test/…`);
// - a resource server (`/api/…`), which asks the provider whether a bearer token is good;
// - the addresses under which Entra and Keycloak have these endpoints;
// - the token exchange grant (RFC 8693), which the provider leaves to its operators.

import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { createInterface } from 'node:readline'

import { Provider, errors } from 'oidc-provider'

const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange'
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token'

const ALIASES = [
  [/^\/[^/]+\/oauth2\/v2\.0\/token$/, '/token'], // Entra
  [/^\/[^/]+\/oauth2\/v2\.0\/devicecode$/, '/device/auth'],
  [/^\/realms\/[^/]+\/protocol\/openid-connect\/token$/, '/token'], // Keycloak
  [/^\/realms\/[^/]+\/protocol\/openid-connect\/auth\/device$/, '/device/auth'],
]

const realNow = Date.now
let ahead = 0 // milliseconds by which the clock of this process is ahead
Date.now = () => realNow() + ahead

let journal = []
let delay = 0 // milliseconds by which the token endpoint's answers are held back
let broken = 0 // how many of the next token calls are answered by a gateway in front of the provider, with 503

const fingerprint = (text) => createHash('sha256').update(text, 'utf8').digest('hex')

// How another form decoder than the provider's reads id and secret of a Basic header: fingerprints, so that no secret is in the journal.
function basicAsForm(header) {
  if (!header?.startsWith('Basic ')) return undefined
  const text = Buffer.from(header.slice(6), 'base64').toString('utf8')
  const [id, ...secret] = text.split(':')
  const decoded = (part) => new URLSearchParams(`v=${part}`).get('v')
  return secret.length === 1 ? [decoded(id), decoded(secret[0])].map(fingerprint) : ['not one colon']
}

function providerOf(issuer, { clients }) {
  const lifetimes = new Map(clients.map(({ client_id, lifetime }) => [client_id, lifetime]))
  const lifetime = (ctx, token, client) => lifetimes.get(client.clientId) ?? 3600
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const provider = new Provider(issuer, {
    clients: clients.map(({ lifetime: _, late_secret: __, ...client }) => ({ redirect_uris: [], response_types: [], ...client })),
    scopes: ['openid', 'offline_access', 'things:read', 'things:write'],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'tests', alg: 'RS256', use: 'sig' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    features: { clientCredentials: { enabled: true }, deviceFlow: { enabled: true }, introspection: { enabled: true } },
    issueRefreshToken: (ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    ttl: {
      AccessToken: lifetime,
      ClientCredentials: lifetime,
      DeviceCode: 600,
      RefreshToken: 86400,
      Grant: 86400,
      Interaction: 600,
      Session: 86400,
    },
  })

  // The provider keeps to RFC 6749 (A.2): a registered secret is printable ASCII. One that is not can still be compared here, the way
  // in which secrets that are kept as hashes are compared.
  const late = new Map(clients.filter((client) => client.late_secret).map((client) => [client.client_id, client.late_secret]))
  const compare = provider.Client.prototype.compareClientSecret
  provider.Client.prototype.compareClientSecret = function (given) {
    return late.has(this.clientId) ? given === late.get(this.clientId) : compare.call(this, given)
  }

  provider.registerGrantType(
    EXCHANGE,
    async (ctx) => {
      const { subject_token: subject, subject_token_type: type, scope } = ctx.oidc.params
      if (!subject || type !== ACCESS_TOKEN) throw new errors.InvalidRequest('an access token is needed as subject_token')
      if (!(await findToken(provider, subject))) throw new errors.InvalidGrant('subject_token is not valid')
      const token = new provider.ClientCredentials({ client: ctx.oidc.client, scope })
      ctx.oidc.entity('ClientCredentials', token)
      ctx.body = {
        access_token: await token.save(),
        issued_token_type: ACCESS_TOKEN,
        token_type: token.tokenType,
        expires_in: token.expiration,
        scope,
      }
    },
    ['subject_token', 'subject_token_type', 'scope', 'audience'],
  )

  provider.use(async (ctx, next) => {
    if (ctx.path !== '/token' && ctx.path !== '/device/auth') return next()
    const entry = { path: ctx.path, asked: ctx.req.askedPath, basic: basicAsForm(ctx.get('authorization')) }
    journal.push(entry)
    if (delay) await new Promise((resolve) => setTimeout(resolve, delay))
    if (broken > 0) {
      broken -= 1
      ctx.status = 503
      ctx.body = 'no upstream'
    } else {
      await next()
    }
    const { client, params } = ctx.oidc ?? {}
    entry.client = client?.clientId
    entry.grant = params?.grant_type
    entry.scope = ctx.oidc?.body?.scope
    entry.fields = Object.keys(ctx.oidc?.body ?? {}).sort()
    entry.status = ctx.status
    entry.error = ctx.body?.error
  })
  return provider
}

async function findToken(provider, value) {
  for (const kind of [provider.ClientCredentials, provider.AccessToken]) {
    const token = await kind.find(value)
    if (token?.isValid) return token
  }
  return undefined
}

function answer(response, status, body, headers = {}) {
  const text = JSON.stringify(body)
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers })
  response.end(text)
}

// The API: any path; who holds a good token gets an empty list.
async function resource(provider, request, response) {
  request.resume()
  const value = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
  const token = value && (await findToken(provider, value))
  const status = token ? 200 : 401
  journal.push({ path: '/api', client: token?.clientId, scope: token?.scope, token: value && fingerprint(value), status })
  if (token) answer(response, 200, [])
  else answer(response, 401, { error: 'unauthorized' }, { 'www-authenticate': 'Bearer error="invalid_token"' })
}

// What tests ask and tell.
async function control(request, response, url) {
  request.resume()
  const number = (name) => Number(url.searchParams.get(name) ?? 0)
  switch (url.pathname) {
    case '/_test/reset':
      journal = []
      delay = broken = 0
      break
    case '/_test/set':
      ahead += 1000 * number('advance')
      delay = 1000 * number('delay')
      broken = number('broken')
      break
    case '/_test/journal':
      break
    default:
      return answer(response, 404, {})
  }
  return answer(response, 200, journal)
}

function start(settings) {
  let provider
  let oidc
  const server = createServer({ cert: readFileSync(settings.cert), key: readFileSync(settings.key) }, (request, response) => {
    const url = new URL(request.url, 'https://here')
    if (url.pathname.startsWith('/_test/')) return control(request, response, url)
    if (url.pathname.startsWith('/api/')) return resource(provider, request, response)
    request.askedPath = url.pathname
    const alias = ALIASES.find(([pattern]) => pattern.test(url.pathname))
    if (alias) request.url = alias[1] + url.search
    return oidc(request, response)
  })
  server.listen({ host: '127.0.0.1', port: 0, backlog: 1024 }, () => {
    const { port } = server.address()
    provider = providerOf(`https://127.0.0.1:${port}`, settings)
    oidc = provider.callback()
    process.stdout.write(`${JSON.stringify({ port })}\n`)
  })
}

const input = createInterface({ input: process.stdin })
input.once('line', (line) => start(JSON.parse(line)))
input.once('close', () => process.exit(0))
