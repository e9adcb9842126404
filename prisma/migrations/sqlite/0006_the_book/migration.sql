-- CreateTable
CREATE TABLE "entry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "town" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "no" TEXT NOT NULL,
    "taskId" TEXT,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "owner" TEXT,
    "dueAt" DATETIME,
    "at" DATETIME NOT NULL,
    "data" JSONB NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "entry_no_key" ON "entry"("no");

-- CreateIndex
CREATE INDEX "entry_town_kind_state_at_idx" ON "entry"("town", "kind", "state", "at");

-- CreateIndex
CREATE INDEX "entry_taskId_kind_idx" ON "entry"("taskId", "kind");

-- CreateIndex
CREATE INDEX "entry_owner_state_idx" ON "entry"("owner", "state");

-- CreateIndex
CREATE UNIQUE INDEX "entry_town_kind_year_seq_key" ON "entry"("town", "kind", "year", "seq");
