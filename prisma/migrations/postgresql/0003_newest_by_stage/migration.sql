-- DropIndex
DROP INDEX "task_town_stage_idx";

-- DropIndex
DROP INDEX "task_lead_stage_idx";

-- CreateIndex
CREATE INDEX "task_town_stage_createdAt_idx" ON "task"("town", "stage", "createdAt");

-- CreateIndex
CREATE INDEX "task_lead_stage_createdAt_idx" ON "task"("lead", "stage", "createdAt");
