-- CreateTable
CREATE TABLE "inbox" (
    "id" TEXT NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "userid" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "note" TEXT,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" TEXT NOT NULL,
    "caseNo" TEXT NOT NULL,
    "town" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "item" TEXT,
    "placeCode" TEXT,
    "placeName" TEXT,
    "text" TEXT NOT NULL,
    "lead" TEXT,
    "assist" JSONB NOT NULL,
    "candidates" JSONB NOT NULL,
    "policyId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "dispatchedAt" TIMESTAMPTZ(3),
    "assignedAt" TIMESTAMPTZ(3),
    "signBy" TIMESTAMPTZ(3),
    "arriveBy" TIMESTAMPTZ(3),
    "finishBy" TIMESTAMPTZ(3),
    "tentative" BOOLEAN NOT NULL,
    "holder" TEXT,
    "signedAt" TIMESTAMPTZ(3),
    "arrivedAt" TIMESTAMPTZ(3),
    "activeAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "result" TEXT,
    "returns" INTEGER NOT NULL,
    "reopens" INTEGER NOT NULL,
    "nudges" INTEGER NOT NULL,
    "nudgedAt" TIMESTAMPTZ(3),
    "solved" BOOLEAN,
    "satisfied" BOOLEAN,
    "cards" INTEGER NOT NULL,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" TEXT NOT NULL,
    "taskId" TEXT NOT NULL,
    "userid" TEXT NOT NULL,
    "chatType" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "seq" INTEGER NOT NULL,
    "taskId" TEXT NOT NULL,
    "caseNo" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "outbox" (
    "seq" SERIAL NOT NULL,
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "taskId" TEXT,
    "queue" TEXT NOT NULL,
    "urgent" BOOLEAN NOT NULL,
    "recipient" TEXT NOT NULL,
    "to" JSONB NOT NULL,
    "body" JSONB NOT NULL,
    "reply" JSONB,
    "fallback" JSONB,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "timer" (
    "id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "step" INTEGER NOT NULL,

    CONSTRAINT "timer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "key" TEXT NOT NULL,
    "userid" TEXT NOT NULL,
    "chatType" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,
    "question" JSONB NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" TEXT NOT NULL,
    "taskId" TEXT,
    "sha256" TEXT,
    "mime" TEXT,
    "bytes" INTEGER NOT NULL,
    "name" TEXT,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "fault" TEXT,
    "source" TEXT NOT NULL,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "userid" TEXT NOT NULL,
    "firstWroteAt" TIMESTAMPTZ(3) NOT NULL,
    "lastWroteAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("userid")
);

-- CreateTable
CREATE TABLE "policy" (
    "id" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "migration" (
    "name" TEXT NOT NULL,
    "checksum" TEXT NOT NULL,
    "appliedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "migration_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "meta" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "meta_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "inbox_dedupeKey_key" ON "inbox"("dedupeKey");

-- CreateIndex
CREATE INDEX "inbox_status_id_idx" ON "inbox"("status", "id");

-- CreateIndex
CREATE UNIQUE INDEX "task_caseNo_key" ON "task"("caseNo");

-- CreateIndex
CREATE INDEX "task_town_stage_idx" ON "task"("town", "stage");

-- CreateIndex
CREATE INDEX "task_lead_stage_idx" ON "task"("lead", "stage");

-- CreateIndex
CREATE INDEX "task_holder_idx" ON "task"("holder");

-- CreateIndex
CREATE INDEX "task_seq_idx" ON "task"("seq");

-- CreateIndex
CREATE INDEX "task_createdAt_idx" ON "task"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "task_town_day_seq_key" ON "task"("town", "day", "seq");

-- CreateIndex
CREATE INDEX "report_taskId_idx" ON "report"("taskId");

-- CreateIndex
CREATE INDEX "report_userid_idx" ON "report"("userid");

-- CreateIndex
CREATE INDEX "event_taskId_idx" ON "event"("taskId");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_id_key" ON "outbox"("id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_key_key" ON "outbox"("key");

-- CreateIndex
CREATE INDEX "outbox_status_urgent_dueAt_idx" ON "outbox"("status", "urgent", "dueAt");

-- CreateIndex
CREATE INDEX "outbox_recipient_status_idx" ON "outbox"("recipient", "status");

-- CreateIndex
CREATE INDEX "timer_dueAt_idx" ON "timer"("dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "timer_subject_kind_key" ON "timer"("subject", "kind");

-- CreateIndex
CREATE INDEX "attachment_taskId_idx" ON "attachment"("taskId");

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "task"("id") ON DELETE SET NULL ON UPDATE CASCADE;
