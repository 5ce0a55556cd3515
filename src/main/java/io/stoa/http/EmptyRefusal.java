package io.stoa.http;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.AbstractJacksonHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Gives a resource's refusal without a word, such as a bare 404, the words of its status; that of a picture stays bare. */
@RestControllerAdvice
class EmptyRefusal implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return method.getParameterType() == ResponseEntity.class
                && AbstractJacksonHttpMessageConverter.class.isAssignableFrom(converter);
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body != null || !(response instanceof ServletServerHttpResponse answer)) {
            return body;
        }
        int status = answer.getServletResponse().getStatus();
        if (status < 400) {
            return null;
        }
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return FrameRefusal.byStatus(HttpStatusCode.valueOf(status));
    }
}
