"""The engine of AWS: jobs travel by EventBridge to Lambda functions."""
