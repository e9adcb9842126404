-- AlterTable
ALTER TABLE "task" ADD COLUMN     "dutyVersion" TEXT,
ADD COLUMN     "linked" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "mergedInto" TEXT,
ADD COLUMN     "person" TEXT,
ADD COLUMN     "shield" TEXT NOT NULL DEFAULT 'none',
ADD COLUMN     "understood" JSONB;

-- CreateTable
CREATE TABLE "identity" (
    "id" TEXT NOT NULL,
    "lookup" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "noticedAt" TIMESTAMPTZ(3),
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_log" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "second" TEXT,
    "caseNo" TEXT,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alias" (
    "id" TEXT NOT NULL,
    "town" TEXT NOT NULL,
    "alias" TEXT NOT NULL,
    "village" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "caseNo" TEXT,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lesson" (
    "id" TEXT NOT NULL,
    "taskId" TEXT NOT NULL,
    "town" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "item" TEXT,
    "lead" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lesson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "admission" (
    "id" TEXT NOT NULL,
    "no" TEXT NOT NULL,
    "town" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "approval" TEXT,
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "caseNo" TEXT,

    CONSTRAINT "admission_pkey" PRIMARY KEY ("id")
);

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
