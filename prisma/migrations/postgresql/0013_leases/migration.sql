-- CreateTable
CREATE TABLE "lease" (
    "name" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "fence" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "said" JSONB NOT NULL,

    CONSTRAINT "lease_pkey" PRIMARY KEY ("name")
);
