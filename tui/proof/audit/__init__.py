"""The audit: a registry of small checks, each named after the defect that it finds."""

from tui.proof.audit.registry import CHECKS, Check, audit

__all__ = ["CHECKS", "Check", "audit"]
