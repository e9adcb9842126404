-- CreateTable
CREATE TABLE "identity" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "lookup" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "noticedAt" DATETIME,
    "erasedAt" DATETIME
);

-- CreateTable
CREATE TABLE "access_log" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "second" TEXT,
    "caseNo" TEXT,
    "reason" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "alias" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "town" TEXT NOT NULL,
    "alias" TEXT NOT NULL,
    "village" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "caseNo" TEXT,
    "by" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "lesson" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "taskId" TEXT NOT NULL,
    "town" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "item" TEXT,
    "lead" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "admission" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "no" TEXT NOT NULL,
    "town" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "approval" TEXT,
    "decidedBy" TEXT,
    "decidedAt" DATETIME,
    "caseNo" TEXT
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_task" (
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
    "cards" INTEGER NOT NULL,
    "shield" TEXT NOT NULL DEFAULT 'none',
    "mergedInto" TEXT,
    "linked" JSONB NOT NULL DEFAULT [],
    "understood" JSONB,
    "dutyVersion" TEXT,
    "person" TEXT
);
INSERT INTO "new_task" ("activeAt", "arriveBy", "arrivedAt", "assignedAt", "assist", "candidates", "cards", "caseNo", "createdAt", "day", "dispatchedAt", "finishBy", "finishedAt", "holder", "id", "item", "lead", "level", "nudgedAt", "nudges", "placeCode", "placeName", "policyId", "reopens", "result", "returns", "satisfied", "seq", "signBy", "signedAt", "solved", "stage", "tentative", "text", "town", "version") SELECT "activeAt", "arriveBy", "arrivedAt", "assignedAt", "assist", "candidates", "cards", "caseNo", "createdAt", "day", "dispatchedAt", "finishBy", "finishedAt", "holder", "id", "item", "lead", "level", "nudgedAt", "nudges", "placeCode", "placeName", "policyId", "reopens", "result", "returns", "satisfied", "seq", "signBy", "signedAt", "solved", "stage", "tentative", "text", "town", "version" FROM "task";
DROP TABLE "task";
ALTER TABLE "new_task" RENAME TO "task";
CREATE UNIQUE INDEX "task_caseNo_key" ON "task"("caseNo");
CREATE INDEX "task_town_stage_createdAt_idx" ON "task"("town", "stage", "createdAt");
CREATE INDEX "task_lead_stage_createdAt_idx" ON "task"("lead", "stage", "createdAt");
CREATE INDEX "task_holder_idx" ON "task"("holder");
CREATE INDEX "task_seq_idx" ON "task"("seq");
CREATE INDEX "task_createdAt_idx" ON "task"("createdAt");
CREATE UNIQUE INDEX "task_town_day_seq_key" ON "task"("town", "day", "seq");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "identity_lookup_key" ON "identity"("lookup");

-- CreateIndex
CREATE INDEX "identity_keyId_idx" ON "identity"("keyId");

-- CreateIndex
CREATE INDEX "access_log_at_idx" ON "access_log"("at");

-- CreateIndex
CREATE UNIQUE INDEX "alias_town_alias_key" ON "alias"("town", "alias");

-- CreateIndex
CREATE INDEX "lesson_at_idx" ON "lesson"("at");

-- CreateIndex
CREATE UNIQUE INDEX "admission_no_key" ON "admission"("no");

-- CreateIndex
CREATE INDEX "admission_town_status_idx" ON "admission"("town", "status");

-- CreateIndex
CREATE INDEX "task_town_placeCode_createdAt_idx" ON "task"("town", "placeCode", "createdAt");
