-- CreateIndex
CREATE INDEX "event_at_taskId_idx" ON "event"("at", "taskId");
