-- AlterTable
ALTER TABLE "access_log" ADD COLUMN "seq" INTEGER;
ALTER TABLE "access_log" ADD COLUMN "prevHash" TEXT;
ALTER TABLE "access_log" ADD COLUMN "hash" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "access_log_seq_key" ON "access_log"("seq");

-- Written by hand: who looked and what was done is never rewritten. `shaozi verify` finds what gets past this.
CREATE TRIGGER "access_is_not_changed" BEFORE UPDATE ON "access_log"
BEGIN
  SELECT RAISE(ABORT, 'the log of accesses is append-only');
END;

CREATE TRIGGER "access_is_not_deleted" BEFORE DELETE ON "access_log"
BEGIN
  SELECT RAISE(ABORT, 'the log of accesses is append-only');
END;
