"""Statements in Word: written for ministries, and read when they come back changed."""
