import { authorizeUrl, whoIs } from './bot/app/oauth.ts'
import type { CallbackDoor } from './bot/callback/callback.ts'
import { step } from './crash.ts'
import { makeMedia } from './bot/media.ts'
import { openEars } from './app/ears.ts'
import { makeHouse, type House } from './app/doors.ts'
import { openTo } from './app/open.ts'
import { openEyes } from './app/eyes.ts'
import { once } from './app/once.ts'
import { seedQuotas } from './app/seed.ts'
import { logOldFiles } from './app/evidence.ts'
import { openDocuments } from './app/documents.ts'
import { openLimits } from './app/limits.ts'
import { measure } from './app/measure.ts'
import { openDutyLists } from './app/duties.ts'
import { openAlarms } from './app/alarms.ts'
import { assessor } from './app/assess.ts'
import { attendant, spokenBy } from './app/attend.ts'
import { openBackups } from './app/backup.ts'
import { coalesced } from './app/coalesced.ts'
import { makeDesk } from './app/desk.ts'
import { packer } from './app/package.ts'
import { openLead } from './app/lead.ts'
import { makeSetup } from './app/setup.ts'
import { changesTowns, learntTowns } from './app/towns.ts'
import { openTriage } from './app/classifier.ts'
import { openHearing } from './app/hearing.ts'
import { openChooser } from './learning/chooser.ts'
import { reportFile } from './report/file.ts'
import { openKeys } from './identity/keys.ts'
import { citizens } from './identity/citizen.ts'
import { keepSealed } from './identity/reseal.ts'
import { staffMark, veilOld } from './identity/old.ts'
import { opened, revealing } from './identity/reveal.ts'
import { openVault } from './identity/vault.ts'
import { doorStore, unveiled, veiled } from './identity/veil.ts'
import type { Env } from './config/env.ts'
import type { Context, Log } from './context.ts'
import type { Calendar } from './domain/calendar/calendar.ts'
import type { Inbound } from './domain/inbound.ts'
import type { Destination } from './domain/notice.ts'
import type { Town } from './domain/town.ts'
import { hooked } from './domain/open/hooked.ts'
import { QUEUE_WORDS } from './web/wording/pages.ts'
import { findPerson } from './domain/people/directory.ts'
import { inboundHandler, type InboundHandler } from './handlers/inbound.ts'
import { recountTentative } from './handlers/holidays.ts'
import { startNights } from './handlers/nightly.ts'
import { handleTimer } from './handlers/timer.ts'
import { findRedis, type RedisSource } from './jobs/redis/find.ts'
import { startJobs, type Jobs } from './jobs/start.ts'
import { ulid } from './store/ids.ts'
import { openStore } from './store/open.ts'
import type { Store } from './store/store.ts'
import type { Desk } from './web/desk.ts'
import type { LoginOptions } from './web/login.ts'
import type { OpenPort } from './web/open/port.ts'
import type { Limiters } from './web/limiter.ts'
import type { Measured } from './web/measured.ts'
import { QUEUE_PAGE } from './web/queue-page.ts'
import { readiness, type Readiness } from './web/readiness.ts'

export type CoreOptions = Readonly<{
  env: Env
  towns: readonly Town[]
  calendar: Calendar
  log: Log
  now?(): Date
  /** where messages go, instead of the doors of WeCom: for measuring */
  channel?: Destination
  /** where the set-up page writes what it is given */
  envFile?: string
  /** called when the database can no longer be trusted: the process should end */
  onFatal(error: Error): void
}>

/** Everything between WeCom and the database, running. */
export type Core = Readonly<{
  ctx: Context
  /** takes a message in: resolves once it is committed, and only then may its sender be answered */
  receive(message: Inbound): Promise<void>
  jobs: Jobs
  /** what the web server serves for it */
  web: Readonly<{
    ready(): Promise<Readiness>
    trustedProxy: readonly string[]
    metricsToken: string | null
    callback: CallbackDoor | null
    login: LoginOptions | null
    open(): OpenPort | null
    measure(): Promise<Measured>
    limiters: Limiters
    desk: Desk
  }>
  /** learns what there is to learn, and sets the nightly work going */
  nights(): Promise<void>
  /** looks at the machine once, and says what is wrong with it */
  look(): Promise<void>
  /** the next instant at which something is due, for a clock that is moved */
  nextDue(): Promise<Date | null>
  /** resolves when every message received so far is handled and nothing that is due is left undone */
  idle(): Promise<void>
  close(): Promise<void>
}>

/** Wires the parts together: store, bot, handlers, jobs. Rejects when one of them cannot start; what had started is closed. */
export async function startCore(options: CoreOptions): Promise<Core> {
  const { env, log } = options
  const store = await openStore({ url: env.databaseUrl, log, onFatal: options.onFatal })
  const { redisUrl, dataDir, demo } = env
  const redis = await findRedis({
    redisUrl,
    dataDir,
    folder: demo ? 'redis-demo' : 'redis',
    several: env.role !== 'all',
    log,
  })
  try {
    return await startAround(store, redis, options)
  } catch (error) {
    await redis?.close()
    await store.close()
    throw error
  }
}

async function startAround(kept: Store, redis: RedisSource | null, options: CoreOptions): Promise<Core> {
  const { env, towns, calendar, log } = options
  const now = options.now ?? (() => new Date())
  const isStaff = (userid: string) => findPerson({ towns }, userid) !== null
  const staffName = (userid: string) => findPerson({ towns }, userid)?.person.name ?? null
  const lead = openLead({ store: kept, id: ulid(), eligible: env.role !== 'web', log })
  await lead.look()
  const ring = await openKeys(env.identityKeysFile, await kept.keysInUse())
  const sealing = await keepSealed(env.identityKeysFile, ring, { store: kept, log, id: ulid, now })
  const vault = openVault(kept, ring, now)
  const people = { key: 'people sealed', mark: staffMark(towns) }
  const old = await once(kept, people, () => veilOld(kept, vault, isStaff))
  if (old > 0) log.info({ people: old }, 'people of an older version are sealed now')
  const late = await once(kept, { key: 'files in the log', mark: '1' }, () => logOldFiles(kept, now()))
  if (late > 0) log.info({ files: late }, 'files of an older version are in the log of events now')
  const learnt = learntTowns(towns, kept, now)
  await learnt.refresh()
  const hears = openHearing(env.dataDir, learnt)
  await hears.look()
  const reported = citizens(kept, vault, isStaff)
  const hidden = veiled({ ...kept, ...reported }, vault, isStaff)
  const store: Store = {
    ...kept,
    ...reported,
    ...hidden,
    async commit(decision, at) {
      step('decided')
      await hidden.commit(hooked(decision, learnt.current()), at)
      if (changesTowns(decision)) await learnt.refresh()
    },
    settle: (rows) => kept.settle(rows, lead.fence()),
  }
  const outside: Store = { ...store, ...doorStore(kept, vault, isStaff) }
  const house = makeHouse({ env, towns, store: outside, log, now })
  const seed = () => seedQuotas(outside, house.ledger, { towns, agentId: env.app?.agentId ?? null }, now())
  const media = makeMedia({
    dataDir: env.dataDir,
    log,
    wsUrl: env.aibot?.wsUrl ?? env.apiBase,
    ...(house.api ? { api: house.api } : {}),
  })
  const documents = openDocuments(env.townConfig)
  const door = options.channel ?? spokenBy(lead, house.destination)
  const channel = unveiled(revealing(door, vault, kept, staffName), vault)
  const triage = openTriage({ dataDir: env.dataDir, towns: learnt.current, store, log, now })
  await triage.refresh()
  const lists = await openDutyLists(env.townConfig, towns, log)
  const ctx: Context = {
    now,
    id: ulid,
    log,
    store,
    get towns() {
      return learnt.current()
    },
    renew: coalesced(async () => {
      const renewed = await lists.look()
      if (renewed) await learnt.renew(renewed)
    }),
    calendar,
    media,
    documents,
    channel,
    people: vault,
    get classifier() {
      return triage.current()
    },
    async learn() {
      await hears.learn()
      await triage.learn()
    },
    classifiers: triage.classifiers,
    reportFile,
    assess: assessor(store, () => ({ towns: learnt.current(), calendar, now: now() })),
    packEvidence: packer(env.databaseUrl, { media, now }, learnt.current),
    backups: openBackups(env, store, log),
    chooser: env.llm && openChooser({ ...env.llm, log, now }),
  }
  const inbound = inboundHandler(ctx)
  for (const town of towns) await store.savePolicy(town.policy)
  if (lead.leads()) await seed()
  const jobs = await startJobs(ctx, {
    redis,
    leads: lead.leads,
    fires: env.role !== 'web',
    onTimer: (row) => handleTimer(ctx, row),
    onInbox: inbound.handle,
  })
  store.onDue((due) => jobs.wake(due))
  const receive = receiver(ctx, inbound)
  const { leads } = lead
  const ears = openEars({ env, towns, store, api: house.api, log, now, receive, take: inbound.take, leads })
  const open = await openTo(env, ctx, receive)
  await recountTentative(ctx)
  let nightly = false
  const nights = async () => {
    nightly = true
    if (!env.demo) alarms.start()
    if (lead.leads()) await startNights(ctx)
  }
  const attend = attendant(lead, log, {
    channels: () => house.destination.states(),
    async begin(again) {
      if (again) await seed()
      house.openAibot(receive, (alarm) => log.warn({ alarm }, 'the AI bot needs attention'))
      void ears.catchUp()
      if (again) jobs.seated()
      if (again && nightly) await startNights(ctx)
    },
    async end() {
      jobs.seated()
      await house.closeAibot()
    },
  })
  await attend.look()
  const login = loginOf(options, house, ctx)
  const eyes = openEyes({ ctx, env, redis: () => jobs.state().redis, wall: () => new Date() })
  const alarms = openAlarms(ctx, eyes, lead.leads)
  const ready = async () => readiness(ctx, jobs.state(), await alarms.standing())
  const quotas = () => house.ledger.usage(now())
  const limits = await openLimits(store, redis, () => jobs.mode() === 'bullmq', now())
  return {
    ctx,
    receive,
    jobs,
    web: {
      ready,
      trustedProxy: env.trustedProxy,
      metricsToken: env.metricsToken,
      callback: ears.callback,
      login,
      open: () => open,
      desk: makeDesk({
        ctx,
        env,
        byWecom: login !== null,
        handle: inbound.handle,
        setup: options.envFile ? makeSetup({ file: options.envFile, processEnv: process.env, now }) : null,
        alarms,
        queuePage: () => jobs.board(QUEUE_PAGE, QUEUE_WORDS),
        open: (body) => opened(body, vault, kept, staffName),
      }),
      measure: () => measure({ ctx, eyes, alarms, ready, quotas, handled: inbound.handled }),
      limiters: limits.limiters,
    },
    nights,
    look: alarms.look,
    nextDue: () => store.nextDue(),
    idle: async () => {
      await ears.idle()
      await inbound.idle()
      await jobs.idle()
    },
    close: async () => {
      alarms.stop()
      await ears.close()
      await media.close()
      await jobs.close()
      await house.close()
      await attend.close()
      await inbound.idle()
      hears.close()
      await documents.close()
      await sealing.close()
      limits.close()
      await redis?.close()
      await store.close()
    },
  }
}

/** Commit, then answer: a message is worked on only after its row is safe. */
function receiver(ctx: Context, inbound: InboundHandler): (message: Inbound) => Promise<void> {
  return async (message) => {
    step('receive')
    const { row, fresh } = await ctx.store.receive(message, ctx.now())
    step('received')
    if (fresh) inbound.take(row)
  }
}

/** The sign-in by WeCom needs the app, and an address it may come back to. */
function loginOf({ env }: CoreOptions, { api }: House, ctx: Context): LoginOptions | null {
  const { app, publicUrl } = env
  if (!api || !app || app.agentId === null || publicUrl === null) return null
  const { corpId, agentId } = app
  return {
    publicUrl,
    store: ctx.store,
    now: ctx.now,
    authorizeUrl: (state, redirect, inClient) => authorizeUrl({ corpId, agentId, redirect, state, inClient }),
    async whoIs(code) {
      const visitor = await whoIs(api, code)
      return visitor.kind === 'outsider' ? { kind: 'outsider' } : visitor
    },
    nameOf: (userid) => findPerson(ctx, userid)?.person.name ?? null,
  }
}
