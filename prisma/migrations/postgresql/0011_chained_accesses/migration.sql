-- AlterTable
ALTER TABLE "access_log" ADD COLUMN     "seq" INTEGER,
ADD COLUMN     "prevHash" TEXT,
ADD COLUMN     "hash" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "access_log_seq_key" ON "access_log"("seq");

-- Written by hand: who looked and what was done is never rewritten. `shaozi verify` finds what gets past this.
CREATE FUNCTION "access_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the log of accesses is append-only';
END;
$$;

CREATE TRIGGER "access_is_not_changed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "access_log"
FOR EACH STATEMENT EXECUTE FUNCTION "access_is_append_only"();
