/** The PostgreSQL schema, derived from the hand-written one: provider, output, and instants with a zone. */
export function postgresSchema(sqliteSchema: string): string {
  return sqliteSchema
    .replace(
      /^\/\/ The one hand-written model\..*$/m,
      '// Made from ../schema.prisma by `tsx scripts/generate.ts`; do not edit.',
    )
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace('"../store/generated/sqlite"', '"../../store/generated/postgresql"')
    .replace(/^(  \w+ +DateTime\??)/gm, '$1 @db.Timestamptz(3)')
}
