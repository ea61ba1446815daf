"""BYTES -> NODES. What an editor typed: read with its lines, and each slip of the hand told in their words."""
