package com.mockhu.dm.file.intake;

import com.mockhu.dm.file.upload.Attachment;
import com.mockhu.dm.file.upload.Upload;
import com.mockhu.dm.file.upload.Uploads;
import com.mockhu.dm.platform.http.Access;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.Route;
import com.mockhu.dm.platform.http.RouteLimit;
import com.mockhu.dm.platform.http.Routes;
import java.util.List;

/** {@code POST /v1/messages/upload}. */
public final class UploadEndpoint {
  private final ReceiveUploads receive;
  private final Uploads uploads;
  private final UploadLimits limits;
  private final FileMeters meters;

  public UploadEndpoint(
      ReceiveUploads receive, Uploads uploads, UploadLimits limits, FileMeters meters) {
    this.meters = meters;
    this.receive = receive;
    this.uploads = uploads;
    this.limits = limits;
  }

  private record Received(List<Attachment> attachments) {}

  public void addTo(Routes routes) {
    routes.add(
        new Route(
                "POST",
                "/v1/messages/upload",
                Access.PERSON,
                Route.BodyKind.STREAMED,
                this::receive)
            .limitedBy(new RouteLimit.Own(UploadLimits.UPLOADS_PER_MINUTE)));
  }

  private HttpResult receive(Request request) {
    List<Upload> received =
        limits.admit(
            request, UploadForm.LARGEST, reader -> receive.receive(request.userId(), reader));
    meters.stored(received);
    return HttpResult.ok(
        new Received(
            uploads.signed(received.stream().map(Upload::attachment).toList(), request.userId())));
  }
}
