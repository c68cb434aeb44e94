"""Carries jobs outward; nothing comes back but the receipts in the output store."""
