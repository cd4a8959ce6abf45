"""A stand-in for Alibaba Cloud's SMS service: SendSms over HTTP, with its signature checked. Sends nothing."""
