-- CreateTable
CREATE TABLE "inbox" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "dedupeKey" TEXT NOT NULL,
    "userid" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "note" TEXT,
    "settledAt" DATETIME
);

-- CreateTable
CREATE TABLE "task" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "createdAt" DATETIME NOT NULL,
    "dispatchedAt" DATETIME,
    "assignedAt" DATETIME,
    "signBy" DATETIME,
    "arriveBy" DATETIME,
    "finishBy" DATETIME,
    "tentative" BOOLEAN NOT NULL,
    "holder" TEXT,
    "signedAt" DATETIME,
    "arrivedAt" DATETIME,
    "activeAt" DATETIME,
    "finishedAt" DATETIME,
    "result" TEXT,
    "returns" INTEGER NOT NULL,
    "reopens" INTEGER NOT NULL,
    "nudges" INTEGER NOT NULL,
    "nudgedAt" DATETIME,
    "solved" BOOLEAN,
    "satisfied" BOOLEAN,
    "cards" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "report" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "taskId" TEXT NOT NULL,
    "userid" TEXT NOT NULL,
    "chatType" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "report_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "task" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "event" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "taskId" TEXT NOT NULL,
    "caseNo" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "data" JSONB NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "outbox" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
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
    "notBefore" DATETIME NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "settledAt" DATETIME
);

-- CreateTable
CREATE TABLE "timer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subject" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "step" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "conversation" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "userid" TEXT NOT NULL,
    "chatType" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,
    "question" JSONB NOT NULL,
    "askedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "taskId" TEXT,
    "sha256" TEXT,
    "mime" TEXT,
    "bytes" INTEGER NOT NULL,
    "name" TEXT,
    "by" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "fault" TEXT,
    "source" TEXT NOT NULL,
    CONSTRAINT "attachment_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "task" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "contact" (
    "userid" TEXT NOT NULL PRIMARY KEY,
    "firstWroteAt" DATETIME NOT NULL,
    "lastWroteAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "policy" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "body" JSONB NOT NULL,
    "savedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "migration" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "checksum" TEXT NOT NULL,
    "appliedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "meta" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
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
