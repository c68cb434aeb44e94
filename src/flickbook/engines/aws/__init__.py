"""The engine of AWS: EventBridge carries jobs to Lambda functions."""
