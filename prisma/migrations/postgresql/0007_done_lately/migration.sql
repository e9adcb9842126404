-- CreateIndex
CREATE INDEX "task_town_stage_finishedAt_idx" ON "task"("town", "stage", "finishedAt");
