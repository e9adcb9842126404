-- DropIndex
DROP INDEX "task_seq_idx";

-- CreateIndex
CREATE INDEX "inbox_userid_idx" ON "inbox"("userid");

-- CreateIndex
CREATE INDEX "inbox_status_receivedAt_idx" ON "inbox"("status", "receivedAt");

-- CreateIndex
CREATE INDEX "inbox_settledAt_idx" ON "inbox"("settledAt");

-- CreateIndex
CREATE INDEX "task_seq_createdAt_idx" ON "task"("seq", "createdAt");

-- CreateIndex
CREATE INDEX "task_town_seq_stage_idx" ON "task"("town", "seq", "stage");

-- CreateIndex
CREATE INDEX "outbox_settledAt_idx" ON "outbox"("settledAt");

-- CreateIndex
CREATE INDEX "attachment_by_idx" ON "attachment"("by");

-- CreateIndex
CREATE INDEX "attachment_sha256_idx" ON "attachment"("sha256");

-- CreateIndex
CREATE INDEX "attachment_thumb_idx" ON "attachment"("thumb");

-- CreateIndex
CREATE INDEX "entry_kind_state_at_idx" ON "entry"("kind", "state", "at");

-- What may be let go of by night, without what was let go of before: these do not grow with the years
CREATE INDEX "task_words_createdAt_idx" ON "task"("createdAt") WHERE "text" <> '' OR "placeName" IS NOT NULL OR "result" IS NOT NULL;
CREATE INDEX "report_words_at_idx" ON "report"("at") WHERE "text" <> '';
CREATE INDEX "attachment_kept_at_idx" ON "attachment"("at") WHERE "sha256" IS NOT NULL;
CREATE INDEX "identity_kept_createdAt_idx" ON "identity"("createdAt") WHERE "erasedAt" IS NULL;
CREATE INDEX "identity_erased_id_idx" ON "identity"("id") WHERE "erasedAt" IS NOT NULL;
