-- CreateIndex
CREATE INDEX "outbox_taskId_idx" ON "outbox"("taskId");
